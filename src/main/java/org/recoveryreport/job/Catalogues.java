package org.recoveryreport.job;

import java.nio.file.Path;
import java.util.List;
import org.recoveryreport.catalogue.CatalogueReader;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.study.TreatmentNames;
import org.recoveryreport.domain.tagging.TagCatalogue;
import org.recoveryreport.domain.tagging.Treatment;

/** The catalogue of a run. A treatment's bit is its position in the catalogue. */
record Catalogues(TagCatalogue catalogue) {
    /** The clinic's catalogue if it has one, else the built-in one. */
    static Catalogues of(JobSettings settings) {
        Path folder = settings.catalogue();
        return new Catalogues(folder == null ? CatalogueReader.builtIn() : CatalogueReader.read(folder));
    }

    /** The names of the treatments by bit. */
    TreatmentNames names(CombineBy combineBy) {
        List<Treatment> treatments = catalogue.treatments();
        return new TreatmentNames(treatments.stream()
                .map(treatment -> switch (combineBy) {
                    case TAG -> treatment.tag().name();
                    case FAMILY -> treatment.family().name();
                })
                .toList());
    }
}
