package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.recoveryreport.domain.course.ChronicReason;
import org.recoveryreport.domain.course.Course;
import org.recoveryreport.domain.course.CourseClassifier;
import org.recoveryreport.staging.ClassifiedPatient;
import org.recoveryreport.staging.PatientHistory;

/** Turns the history of a patient into the classes of the episodes that are recurrent. */
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
        PatientHistory history = (PatientHistory) item;
        List<ClassifiedPatient.Recurrence> recurrent = new ArrayList<>();
        classifier.nextPatient();
        for (PatientHistory.Case staged : history.cases()) {
            Course course = classifier.classify(staged.onsetDay(), staged.followUp());
            if (course.reasons().contains(ChronicReason.RECURRENCE)) {
                recurrent.add(new ClassifiedPatient.Recurrence(staged, course));
            }
        }
        return new ClassifiedPatient(history.number(), recurrent);
    }
}
