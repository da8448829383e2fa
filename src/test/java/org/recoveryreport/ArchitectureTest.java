package org.recoveryreport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.recoveryreport");

    @Test
    void domainSeesOnlyTheJdkAndDistributions() {
        classes()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "java.text..",
                        "java.io",
                        "org.jspecify..",
                        "org.apache.commons.statistics..",
                        "org.recoveryreport.domain..")
                .check(MAIN);
    }

    @Test
    void survivalHasNeverHeardOfAnEpisode() {
        noClasses()
                .that()
                .resideInAPackage("..domain.survival..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..domain.episode..", "..domain.course..", "..domain.tagging..", "..domain.study..")
                .check(MAIN);
    }

    @Test
    void publishingSeesTheDomainAndFormatsOnly() {
        noClasses()
                .that()
                .resideInAPackage("..publish..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..", "org.jberet..", "picocli..", "java.sql..", "..intake..", "..staging..", "..job..")
                .check(MAIN);
    }
}
