package org.recoveryreport.publish.page;

import java.util.List;
import java.util.Locale;
import org.recoveryreport.domain.study.StratifyBy;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.publish.PageNumber;

/** A setting by the name of its job parameter. */
record SettingRow(String name, String value, String meaning) {
    static List<SettingRow> of(StudySettings settings) {
        Integer subacuteAfterDays = settings.courseRules().subacuteAfterDays();
        StratifyBy stratifyBy = settings.stratifyBy();
        return List.of(
                row("chronicAfterDays", settings.courseRules().chronicAfterDays(), "longer is chronic, days"),
                row(
                        "subacuteAfterDays",
                        subacuteAfterDays == null ? "off" : subacuteAfterDays,
                        "longer is subacute, days"),
                row("recurrentOnsets", settings.courseRules().recurrentOnsets(), "onsets that make a case recurrent"),
                row("recurrenceWindowDays", settings.courseRules().recurrenceWindowDays(), "within so many days"),
                row(
                        "combineBy",
                        settings.combineBy().name().toLowerCase(Locale.ROOT),
                        "combinations are made of tags (single treatments) or families"),
                row("landmarkDays", settings.landmarkDays(), "landmark of the headline comparison, days from onset"),
                row("horizonDays", settings.horizonDays(), "mean days ill are counted up to here"),
                row("confidence", PageNumber.level(settings.confidence()), "level of every interval"),
                row("confidenceType", settings.confidenceType().label(), "scale of the intervals"),
                row(
                        "stratifyBy",
                        stratifyBy == null ? "off" : stratifyBy.column(),
                        "every figure for each of these strata too; tests compare within them"),
                row("minCellCount", settings.minCellCount(), "smallest count shown besides zero; 0 shows every count"));
    }

    private static SettingRow row(String name, Object value, String meaning) {
        return new SettingRow(name, value.toString(), meaning);
    }
}
