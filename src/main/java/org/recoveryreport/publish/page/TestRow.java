package org.recoveryreport.publish.page;

import java.util.List;
import java.util.Locale;
import org.recoveryreport.domain.study.Analysis;
import org.recoveryreport.domain.study.OverallTest;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.publish.PageNumber;

/** An overall test in words. */
record TestRow(
        String what, String groups, String chiSquared, String degreesOfFreedom, String pValue, String stratifiedP) {
    static List<TestRow> of(StudyResult result) {
        return result.tests().stream().map(TestRow::row).toList();
    }

    private static TestRow row(OverallTest test) {
        Double chiSquared = test.chiSquared();
        Integer degreesOfFreedom = test.degreesOfFreedom();
        return new TestRow(
                test.analysis() == Analysis.LANDMARK
                        ? "landmark, day " + test.landmarkDays()
                        : "as used, " + test.population().name().toLowerCase(Locale.ROOT),
                PageNumber.count((long) test.groups()),
                chiSquared == null ? "\u2013" : PageNumber.tenths(chiSquared),
                degreesOfFreedom == null ? "\u2013" : degreesOfFreedom.toString(),
                PageNumber.pValue(test.pValue()),
                PageNumber.pValue(test.stratifiedPValue()));
    }
}
