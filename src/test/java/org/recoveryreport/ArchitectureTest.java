package org.recoveryreport;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.recoveryreport");

    @Test
    void domainSeesOnlyTheJdkAndMathematics() {
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
                .dependOnClassesThat(resideInAPackage("..domain..").and(resideOutsideOfPackage("..domain.survival..")))
                .check(MAIN);
    }

    @Test
    void noTwoPartsOfTheDomainNeedEachOther() {
        slices().matching("..domain.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void dataFlowsOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cli")
                .definedBy("..cli..")
                .layer("job")
                .definedBy("..job..")
                .layer("intake")
                .definedBy("..intake..")
                .layer("catalogue")
                .definedBy("..catalogue..")
                .layer("staging")
                .definedBy("..staging..")
                .layer("publish")
                .definedBy("..publish..")
                .layer("domain")
                .definedBy("..domain..")
                .layer("sample")
                .definedBy("..sample..")
                .layer("selftest")
                .definedBy("..selftest..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("job")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("intake")
                .mayOnlyBeAccessedByLayers("job", "cli")
                .whereLayer("catalogue")
                .mayOnlyBeAccessedByLayers("job", "cli")
                .whereLayer("staging")
                .mayOnlyBeAccessedByLayers("job")
                .whereLayer("publish")
                .mayOnlyBeAccessedByLayers("job", "cli")
                .whereLayer("sample")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("selftest")
                .mayOnlyBeAccessedByLayers("cli")
                .check(MAIN);
    }

    @Test
    void theJobKnowsNoRuntime() {
        nothingBut("..cli..").mayDependOn("org.jberet..", "picocli..", "com.zaxxer..");
        nothingBut("..cli..", "..job..").mayDependOn("jakarta..");
    }

    @Test
    void casesAreKeptInOnePlaceOnly() {
        nothingBut("..staging..").mayDependOn("org.duckdb..");
        // the launcher keeps the history of runs
        nothingBut("..staging..", "..cli..").mayDependOn("java.sql..");
    }

    @Test
    void formatsAreReadAndWrittenAtTheEdges() {
        nothingBut("..intake..", "..catalogue..", "..publish..", "..sample..", "..selftest..")
                .mayDependOn("org.apache.commons.csv..");
        nothingBut("..publish..").mayDependOn("org.dhatim..");
        nothingBut("..publish..", "..cli..").mayDependOn("com.fasterxml.jackson..");
    }

    private static Exclusive nothingBut(String... packages) {
        return libraries -> noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(MAIN);
    }

    private interface Exclusive {
        void mayDependOn(String... libraries);
    }
}
