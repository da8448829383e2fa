package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.recoveryreport.domain.course.ChronicReason;
import org.recoveryreport.domain.course.Course;
import org.recoveryreport.domain.course.CourseClassifier;
import org.recoveryreport.staging.PatientHistories;
import org.recoveryreport.staging.Recurrences;

/** Turns the histories of patients into the classes of the episodes that are recurrent. */
@Dependent
@Named("courseProcessor")
public class CourseProcessor implements ItemProcessor {
    private final CourseClassifier classifier;

    @Inject
    public CourseProcessor(Run run) {
        classifier = new CourseClassifier(run.settings().study().courseRules());
    }

    @Override
    public Object processItem(Object item) {
        PatientHistories histories = (PatientHistories) item;
        Recurrences recurrences = new Recurrences();
        for (int episode = 0; episode < histories.size(); episode++) {
            if (histories.isFirst(episode)) {
                classifier.nextPatient();
            }
            Course course = classifier.classify(histories.onsetDay(episode), histories.followUp(episode));
            if (course.reasons().contains(ChronicReason.RECURRENCE)) {
                recurrences.add(histories.part(episode), histories.item(episode), course.caseClass());
            }
        }
        return recurrences;
    }
}
