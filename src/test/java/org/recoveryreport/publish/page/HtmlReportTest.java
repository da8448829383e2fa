package org.recoveryreport.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryreport.catalogue.CatalogueReader;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.study.Analysis;
import org.recoveryreport.domain.study.CombinationFigures;
import org.recoveryreport.domain.study.CurveStep;
import org.recoveryreport.domain.study.EarlierCount;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.LandmarkFlow;
import org.recoveryreport.domain.study.LogSummary;
import org.recoveryreport.domain.study.OverallTest;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.Stratum;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.study.UnrecognisedText;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.publish.Definition;
import org.recoveryreport.publish.Definitions;
import org.recoveryreport.publish.PageNumber;
import org.recoveryreport.publish.ReportTables;
import org.recoveryreport.publish.SimulatedClinic;
import org.recoveryreport.publish.Studies;
import org.recoveryreport.publish.Varied;
import org.xml.sax.InputSource;

class HtmlReportTest {
    private static final StudyResult CLINIC = SimulatedClinic.year();

    @TempDir
    Path folder;

    static Stream<StudyResult> results() {
        return Stream.of(CLINIC, Studies.small(), Studies.empty(), Studies.hostile());
    }

    @Test
    void theVerdictIsASentenceOfFigures() {
        assertThat(verdict(CLINIC))
                .contains(
                        "4,800 back-spasm episodes are in this report. Half of the acute ones were over by day 11"
                                + " (95% interval 11 to 12). 8% of all were still ill after 84 days (95% interval 6% to 9%); 11% count as chronic, recurrent cases included.")
                .containsPattern(
                        "Among those still ill on day 14, the [0-9]+ groups of treatments started by then, taken together,"
                                + " show no clear difference in recovery \\(log-rank p &#x3D; 0\\.[0-9]+\\); that does not show that they"
                                + " are alike\\. No group differs clearly from all others, adjusted for the number of groups\\.");
    }

    @Test
    void whatIsClearDoesNotDependOnTheLevelOfIntervals() {
        StudyResult half = withConfidence(0.5);
        assertThat(verdict(half))
                .contains("(50% interval ", "show no clear difference in recovery", "No group differs clearly");
        StudyResult small = Studies.small();
        LandmarkFigures apart = small.landmarks().get(1);
        StudyResult tested = Varied.comparisonOf(small)
                .landmarks(List.of(apart))
                .tests(List.of(new OverallTest(Analysis.LANDMARK, Population.ALL, 14, 2, 9.0, 1, 0.0004)))
                .result();
        assertThat(verdict(tested))
                .contains(
                        "2 groups of treatments started by then, taken together, differ in recovery more than chance alone"
                                + " would easily explain (log-rank p &lt; 0.001). 1 group differs clearly from all others,");
    }

    private static StudyResult withConfidence(double confidence) {
        return Varied.like(CLINIC)
                .settings(new StudySettings(
                        CLINIC.settings().courseRules(), CombineBy.TAG, 14, 84, confidence, ConfidenceType.LOG_LOG, 0))
                .result();
    }

    @Test
    void nothingIsSaidOfAllEpisodesWhereNothingMayBe() {
        StudyResult small = Studies.small();
        StudyResult silent = Varied.comparisonOf(small).result();
        assertThat(verdict(silent)).isEqualTo("78 back-spasm episodes are in this report.");
        assertThat(page(silent)).contains("Figures of all combinations together are not part of this report.");
    }

    @Test
    void theComparisonComesBeforeWhatOnlyDescribes() {
        assertThat(page(CLINIC))
                .containsSubsequence(
                        "<h2 id=\"comparison-h\">Combinations compared from day 14",
                        "<h2 id=\"as-used-h\">As used: a description only",
                        "<strong>Not a comparison.</strong>",
                        "<table>");
    }

    @Test
    void groupsStandByTheirSizeWithNoneFirstAndTheRareOnesLast() {
        List<LandmarkFigures> rows = Groups.inPageOrder(
                CLINIC.landmarks().stream()
                        .filter(row -> row.landmarkDays() == 14)
                        .toList(),
                LandmarkFigures::combination,
                LandmarkFigures::episodes);
        assertThat(rows.get(0).combination()).isEqualTo("none");
        assertThat(rows.get(rows.size() - 1).combination()).isEqualTo("other combinations");
        assertThat(rows.subList(1, rows.size() - 1))
                .extracting(row -> -row.episodes())
                .isSorted();
    }

    @Test
    void aCombinationHasTheSameColourEverywhere() {
        assertThat(matches(page(CLINIC), "<span class=\"swatch ([^\"]+)\"></span>nsaid</span>"))
                .hasSizeGreaterThan(4)
                .containsOnly("c-1");
    }

    @Test
    void manyEntriesWithoutAStartAreWarnedOf() {
        assertThat(page(CLINIC)).contains("24% of the treatment entries have no start.");
        assertThat(page(withEntriesWithoutStart(20))).doesNotContain("Starts are missing");
        assertThat(page(withEntriesWithoutStart(21))).contains("Starts are missing");
    }

    @Test
    void whatIsNoNumberIsSaidInWords() {
        String page = page(Studies.small());
        assertThat(page).contains("17 <span class=\"ci\">(12 or more)</span>");
        assertThat(page(CLINIC)).contains("<td class=\"n\">not reached</td>");
    }

    @Test
    void whatIsHiddenIsAQuietFieldExplainedOnce() {
        String page = page(Studies.small());
        assertThat(page)
                .contains("<td class=\"n\">" + covered("hidden") + "</td>")
                .contains(covered("a hidden number") + " had been last seen by then")
                .doesNotContain("<td class=\"n\">0</td><td class=\"n\">" + covered("hidden") + "</td></tr></tbody>");
        assertThat(matches(page, "(Not shown: a number from 1 to 10, or one that would give such a number away\\.)"))
                .hasSize(1);
        String seen = page.replaceAll(covered("[a-z ]*"), "").replaceAll("<(svg|script|style)[\\s\\S]*?</\\1>", "");
        assertThat(seen.substring(seen.indexOf("<main"))).doesNotContain("hidden<", " hidden number");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whereEveryNumberMayBeShownNoFieldIsExplained(int minCellCount) {
        StudySettings open = new StudySettings(
                CLINIC.settings().courseRules(), CombineBy.TAG, 14, 84, 0.95, ConfidenceType.LOG_LOG, minCellCount);
        StudyResult nothingHidden = Varied.comparisonOf(CLINIC).settings(open).result();
        assertThat(page(nothingHidden))
                .contains("Nothing is hidden in this report")
                .doesNotContain("Not shown: a number", "Counts of 1 to");
    }

    private static String covered(String word) {
        return "<span class=\"covered\"><span class=\"unseen\">" + word + "</span></span>";
    }

    @Test
    void aStratumOfHiddenCountsIsNoSentenceOfFields() {
        StudyResult stratified = Studies.stratified();
        assertThat(page(stratified)).contains("<p>not given: no combination may be shown.</p>");
        assertThat(matches(page(Studies.small()), "(Of the accepted episodes, )"))
                .hasSize(2);
    }

    @Test
    void thePracticeChecksHaveTheirPicture() {
        assertThat(page(Studies.small()))
                .containsSubsequence(
                        "<h2 id=\"practice-h\">",
                        "<desc id=\"practice-picture-desc\">Cold is first used within 48 hours of onset. kept in 83%"
                                + " (72% to 91%), 50 of 60 that can be told.",
                        "none can be told.",
                        "<circle class=\"estimate c-all\"",
                        "83% of 60",
                        "practice-caption");
        assertThat(page(Studies.empty())).doesNotContain("practice-picture-desc");
    }

    @Test
    void hazardRatiosAreCalledAnAssociationAndHaveTheirPicture() {
        String page = page(Studies.small());
        assertThat(page)
                .containsSubsequence(
                        "Treatments beside each other",
                        "<strong>An association.</strong>",
                        "1.25 <span class=\"ci\">(0.75 to 2.50)</span>",
                        "<rect class=\"ratio\"",
                        "too one-sided",
                        "p &#x3D; 0.040.",
                        "only an average over the days: cold.");
        assertThat(page(Studies.empty())).contains("No treatment may be shown");
    }

    @Test
    void whatTheGuidesExpectStandsBesideTheFigures() {
        assertThat(page(CLINIC))
                .containsSubsequence(
                        "What the guides expect, beside this log",
                        "temporary relief of pain and inflammation",
                        "acute, at home",
                        "low to moderate",
                        "low",
                        "guide A");
        assertThat(page(Studies.empty())).doesNotContain("What the guides expect");
    }

    @Test
    void theReportingChecklistIsFilledIn() {
        assertThat(page(CLINIC))
                .containsSubsequence(
                        "STROBE and RECORD",
                        "those without a start count from onset: 1,790;",
                        "Rows rejected, with their whole episodes: 94 of 10,274;",
                        "Episodes accepted: 4,800 of 4,848;");
        assertThat(page(Studies.small()))
                .contains("Of 70 treatment entries, those without a start count from onset: 30;");
    }

    @Test
    void asUsedStandsBesideTheComparisonWithoutADifferenceOfTheTwo() {
        String page = page(CLINIC);
        assertThat(page)
                .containsSubsequence(
                        "As used: a description only",
                        "Beside the comparison from day 14",
                        "as used, and among those still ill on day 14. Two different questions.");
        String table = page.substring(page.indexOf("<caption id=\"medians-caption\">"));
        assertThat(matches(table.substring(0, table.indexOf("</thead>")), "(<th scope=\"col\")"))
                .hasSize(5);
    }

    @Test
    void theLargestGroupsAreTestedInPairs() {
        String page = page(CLINIC);
        assertThat(page).contains("adjusted by Holm's method for all ");
        String matrix = page.substring(page.indexOf("<table class=\"matrix\">"));
        assertThat(matches(matrix.substring(0, matrix.indexOf("</table>")), "<th scope=\"row\">(.)"))
                .hasSize(12);
    }

    @Test
    void monthsNotFollowedLongEnoughAreMarked() {
        String page = page(CLINIC);
        assertThat(page)
                .contains(
                        "<circle class=\"hollow c-all\"",
                        "2025-12</time> <span class=\"note\">not followed long enough yet");
        assertThat(matches(page, "(<circle class=\"estimate c-all\"[^>]*cy)")).hasSizeGreaterThan(9);
        assertThat(page(Studies.empty())).contains("There is no month that may be shown");
    }

    /** As where there is but one: its interval would be that of the group without treatment. */
    @Test
    void aGroupWithoutAnyVarianceHasNoInterval() {
        StudySettings settings = CLINIC.settings();
        LandmarkFigures row = CLINIC.landmarks().get(1);
        LandmarkFigures alone = new LandmarkFigures(
                settings.landmarkDays(),
                "alone",
                1,
                1L,
                0L,
                3.0,
                null,
                null,
                3.0,
                0.0,
                row.rmstHorizonDays(),
                -12.5,
                -16.25,
                -8.75,
                row.logrankP(),
                row.logrankPHolm());
        StudyResult exact = Varied.comparisonOf(CLINIC)
                .settings(new StudySettings(
                        settings.courseRules(),
                        settings.combineBy(),
                        settings.landmarkDays(),
                        settings.horizonDays(),
                        settings.confidence(),
                        settings.confidenceType(),
                        0))
                .landmarks(List.of(alone))
                .result();
        assertThat(page(exact)).contains("\u221212.5").doesNotContain("\u221216.3", "\u22128.8");
    }

    @Test
    void aShareOfAGroupThatIsTooSmallForItIsHidden() {
        assertThat(ShareText.of(null, 109, CLINIC.settings())).isEqualTo(PageNumber.HIDDEN);
        assertThat(ShareText.of(null, 110, CLINIC.settings())).isEqualTo("\u2013");
        assertThat(ShareText.of(0.5, 110, CLINIC.settings())).isEqualTo("50%");
    }

    @Test
    void whatDependsOnTheLandmarkIsFlagged() {
        assertThat(page(Studies.small()))
                .contains("<td class=\"n\"><strong>\u22123.3</strong></td><td class=\"n\">+0.5 <span")
                .contains("<td>changes sign</td>");
    }

    @Test
    void aDifferenceOfFewerDaysThanOthersSaysSo() {
        assertThat(page(Studies.small()))
                .as("a check")
                .contains("(\u22125.0 to \u22121.5)</span> <span class=\"ci within\">within 77 days</span></td>")
                .as("a landmark of the sensitivity strip")
                .contains("+0.5 <span class=\"ci within\">within 77 days</span></td>")
                .doesNotContain("\u22123.3 <span class=\"ci within\">");
        String page = page(withHorizon("nsaid", 22));
        String table = page.substring(page.indexOf("<caption id=\"landmark-14-caption\">"));
        String row = matches(table, "(<span class=\"swatch [^\"]*\"></span>nsaid</span>.*?)</tr>")
                .get(0);
        assertThat(row)
                .containsSubsequence(
                        "<span class=\"ci within\">within 22 days</span></td>",
                        "<td class=\"picture short\">",
                        "<td class=\"n\">\u2013</td>");
        assertThat(page).contains("the shortest within 22 days.", "or, where a row says so, fewer;");
        assertThat(page(CLINIC)).doesNotContain("picture short", "within 84 days</span>", "fewer; its line");
    }

    private static StudyResult withHorizon(String combination, int days) {
        return Varied.comparisonOf(CLINIC)
                .landmarks(CLINIC.landmarks().stream()
                        .map(row ->
                                row.landmarkDays() == 14 && row.combination().equals(combination)
                                        ? withHorizon(row, days)
                                        : row)
                        .toList())
                .result();
    }

    private static LandmarkFigures withHorizon(LandmarkFigures row, int days) {
        return new LandmarkFigures(
                row.landmarkDays(),
                row.combination(),
                row.episodes(),
                row.recovered(),
                row.censored(),
                row.medianDays(),
                row.medianLower(),
                row.medianUpper(),
                row.rmstDays(),
                row.rmstSe(),
                days,
                row.rmstDifference(),
                row.rmstDifferenceLower(),
                row.rmstDifferenceUpper(),
                row.logrankP(),
                row.logrankPHolm());
    }

    @Test
    void careThatKeptToAGuideStandsBesideCareThatDidNot() {
        assertThat(page(Studies.small()))
                .contains("<td class=\"n\">30</td><td class=\"n\">12 <span class=\"ci\">(9 to 15)</span></td>"
                        + "<td class=\"n\">20</td><td class=\"n\">17.5 <span class=\"ci\">(14 or more)</span></td>");
    }

    @Test
    void aComparisonThatStaysFromAnEarlierNightHasItsDay() {
        Cell kept = new Cell("practice-by-landmark", "day 14, cold-first", "kept");
        StudyResult result = Studies.small().withEarlier(List.of(new EarlierCount(kept, 30, LocalDate.of(2026, 3, 2))));
        assertThat(page(result))
                .containsSubsequence(
                        "<caption id=\"practice-compared-caption\">",
                        "<span class=\"note as-of\">as of <time datetime=\"2026-03-02\">2026-03-02</time></span></th>"
                                + "<td class=\"n\">30</td>");
    }

    @Test
    void oneEpisodeIsNotSeveralAndNobodyIsNotHidden() {
        StudySettings open = withConfidence(0.95).settings();
        StudyResult one = Varied.like(StudyResult.nothing(
                        open, new LogSummary(1L, 1L, 0L, 1L, 1L, 0L, List.of(), 1L, 1L, 0L, 0L, "0")))
                .landmarkFlows(List.of(new LandmarkFlow(14, 0L, 1L, 0L)))
                .result();
        assertThat(verdict(one)).isEqualTo("1 back-spasm episode is in this report.");
        assertThat(page(one))
                .contains("<p>Nobody was still ill on day 14.</p>", "Episodes accepted: 1 of 1;")
                .contains("these files, in full precision.", "every count may be shown.")
                .doesNotContain("<p>No group may be shown.</p>", "are rough", "Counts of 1 to 0");
        assertThat(page(Studies.small()))
                .contains("For a small group they are rough", "these files, as precisely as small counts allow.");
        assertThat(page(Studies.empty())).contains("<p>No group may be shown.</p>");
    }

    @Test
    void aMedianThatIsHiddenIsNotCalledNotReachedAndOfNobodyThereIsNone() {
        assertThat(page(Studies.small()))
                .contains("<td class=\"n\">19</td><td class=\"n\">" + covered("hidden")
                        + "</td><td class=\"n\">0</td><td class=\"n\">\u2013</td>");
    }

    @Test
    void theStrataOfAStratifiedStudyStandBesideEachOther() {
        assertThat(page(Studies.stratified()))
                .contains("<h2 id=\"strata-h\">By sex</h2>")
                .contains("<tr><th scope=\"row\">f</th><td class=\"n\">90</td><td class=\"n\">80</td>")
                .contains("<tr><th scope=\"row\">not given</th><td class=\"n\">" + covered("hidden") + "</td>")
                .contains("<summary>f: combinations compared from day 14</summary>")
                .contains("<caption id=\"stratum-1-landmark-14-caption\">")
                .contains("<a href=\"strata/tests.csv\">");
        assertThat(page(Studies.small())).doesNotContain("strata-h", "strata/");
    }

    @Test
    void everythingFromTheInputIsEscaped() {
        assertThat(page(Studies.hostile()))
                .doesNotContain("<script>alert", "<img", "<b onmouseover")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src", "&lt;b onmouseover");
    }

    @ParameterizedTest
    @MethodSource("results")
    void nothingIsLoadedFromElsewhere(StudyResult result) {
        String page = withoutScript(page(result));
        assertThat(page).doesNotContain("<script", "<link", "<img", "<iframe", " src=", " style=", "url(", "@import");
        List<String> files = Stream.concat(
                        ReportTables.of(result.settings()).stream().map(table -> table.fileName()),
                        Stream.of("report.json", "report.xlsx", "verify.R", "run.json"))
                .toList();
        assertThat(matches(page, "href=\"([^\"]*)\""))
                .allMatch(link -> link.startsWith("#")
                        || files.contains(link)
                        || link.equals("https://doi.org/10.1136/bmj.a171"));
    }

    @ParameterizedTest
    @MethodSource("results")
    void theContentPolicyAllowsTheStyleSheetAndTheScriptAndNothingElse(StudyResult result) {
        String page = page(result);
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
        assertThat(page)
                .contains("content=\"default-src 'none'; style-src '" + HtmlTemplate.contentHash(style)
                        + "'; script-src '" + HtmlTemplate.contentHash(script)
                        + "'; img-src data:; base-uri 'none'; form-action 'none'\"");
    }

    @ParameterizedTest
    @MethodSource("results")
    void headingsDescendStepByStepAndIdsAreUnique(StudyResult result) {
        String page = page(result);
        List<Integer> levels =
                matches(page, "<h([1-6])").stream().map(Integer::valueOf).toList();
        assertThat(levels.get(0)).isEqualTo(1);
        assertThat(IntStream.range(1, levels.size()).map(i -> levels.get(i) - levels.get(i - 1)))
                .allMatch(step -> step <= 1);
        assertThat(matches(page, " id=\"([^\"]*)\"")).doesNotHaveDuplicates();
        assertThat(matches(page, "href=\"#([^\"]*)\"")).isSubsetOf(matches(page, " id=\"([^\"]*)\""));
    }

    @ParameterizedTest
    @MethodSource("results")
    void thePageIsWellFormed(StudyResult result) throws Exception {
        String page = withoutScript(page(result)).replace("<!DOCTYPE html>", "").replaceAll("<meta [^>]*>", "");
        var document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)));
        assertThat(document.getElementsByTagName("table").getLength()).isPositive();
    }

    @Test
    void everyCurveHasItsFiguresInATableAndATextAlternative() {
        String page = page(CLINIC);
        assertThat(matches(page, "role=\"img\" aria-labelledby=\"(curve-\\d)-title curve-\\d-desc\""))
                .containsExactly("curve-1", "curve-2", "curve-3", "curve-4", "curve-5", "curve-6");
        assertThat(page)
                .contains("<title id=\"curve-2-title\">Share still ill: nsaid</title>", "Still ill after 14 days: ");
        String figures = page.substring(page.indexOf("<caption>Share still ill after so many days from day 14"));
        assertThat(figures)
                .containsSubsequence(
                        "nsaid</span></th><td>Still ill</td><td class=\"n\">100%</td>",
                        "<td>At risk</td><td class=\"n\">309</td>",
                        "<td>Recovered</td><td class=\"n\">",
                        "<td>Censored</td><td class=\"n\">");
    }

    /** Every number stands in a column, a picture or the verdict; each has a button that shows its definition. */
    @ParameterizedTest
    @MethodSource("results")
    void everyFigureIsExplainedOnDemand(StudyResult result) {
        String page = withoutScript(page(result));
        assertThat(matches(page, "<th scope=\"col\" class=\"n\">(.*?)</th>"))
                .as("columns of figures")
                .allMatch(header -> header.contains("popovertarget=\"what-"));
        assertThat(matches(page, "(?s)<figcaption>(.*?)</figcaption>"))
                .as("pictures")
                .allMatch(caption -> caption.contains("popovertarget=\"what-"));
        assertThat(matches(page, "<p class=\"verdict\">(.*?)</p>"))
                .as("verdict")
                .allMatch(verdict -> verdict.contains("popovertarget=\"what-episode\""));
        List<String> explained = matches(page, "<div id=\"(what-[^\"]*)\" class=\"meaning\" popover=\"\">");
        assertThat(matches(page, "popovertarget=\"([^\"]*)\"")).isSubsetOf(explained);
        assertThat(explained).hasSize(Definitions.of(result.settings()).size());
    }

    /** A word of no column, picture or verdict would be explained to nobody. */
    @Test
    void everyDefinitionIsNeeded() {
        assertThat(Definitions.of(CLINIC.settings()))
                .extracting(Definition::id)
                .isSubsetOf(matches(page(CLINIC) + page(Studies.stratified()), "popovertarget=\"what-([^\"]*)\""));
    }

    @Test
    void theStepsFromRowsToGroupsStandInATable() {
        String page = page(CLINIC);
        assertThat(page.substring(page.indexOf("<caption id=\"flow-caption\">")))
                .containsSubsequence(
                        "<th scope=\"row\">rows read</th><td class=\"n\">10,274</td>",
                        "<td class=\"n\">10,180</td><td class=\"n\">rows rejected: 94</td>",
                        "<th scope=\"row\">group: nsaid</th><td class=\"n\">309</td>");
    }

    @Test
    void equalResultsGiveEqualBytes() {
        assertThat(page(SimulatedClinic.year())).isEqualTo(page(CLINIC));
    }

    @Test
    void thousandsOfCombinationsStillFitAnEmail() {
        String page = page(ofThousandsOfCombinations());
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000_000);
        assertThat(page)
                .contains("<span>1,900</span> smaller groups are in <a href=\"landmark-by-combination.csv\">"
                        + "landmark-by-combination.csv</a>.");
    }

    @Test
    void whatDoesNotFitAnEmailIsLeftToTheFiles() {
        StudyResult thousands = ofThousandsOfCombinations();
        StudyResult bySite = Varied.like(thousands)
                .settings(Studies.stratified().settings())
                .result()
                .withStrata(IntStream.range(0, 60)
                        .mapToObj(i -> new Stratum("site " + i, thousands))
                        .toList());
        String page = page(bySite);
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000_000);
        assertThat(page)
                .contains(" more strata are in the folder strata only.")
                .contains(" smaller groups are in <a href=\"strata/landmark-by-combination.csv\">");
        assertThat(matches(page, "class=\"note left-out\" data-unpacked=\"([0-9,]+)\"><span>7,9"))
                .as("of 8,000 as used")
                .isNotEmpty();
    }

    /** 2,000 combinations at each landmark and 8,000 as used, every one with a curve, and long texts not recognised. */
    static StudyResult ofThousandsOfCombinations() {
        LandmarkFigures landmark = CLINIC.landmarks().get(1);
        CombinationFigures used = CLINIC.combinations().get(1);
        List<CurveStep> curve = CLINIC.curves().stream()
                .filter(step -> step.landmarkDays() == 14 && step.combination().equals("nsaid"))
                .toList();
        return Varied.comparisonOf(CLINIC)
                .combinations(IntStream.range(0, 8_000)
                        .mapToObj(i -> renamed(used, i))
                        .toList())
                .landmarks(Stream.of(7, 14, 28)
                        .flatMap(day -> IntStream.range(0, 2_000).mapToObj(i -> renamed(landmark, day, i)))
                        .toList())
                .curves(IntStream.range(0, 2_000)
                        .boxed()
                        .flatMap(i -> curve.stream().map(step -> renamed(step, i)))
                        .toList())
                .unrecognised(IntStream.range(0, 3_000)
                        .mapToObj(i -> new UnrecognisedText("\uD83D\uDE00".repeat(4_000) + i, 11))
                        .toList())
                .result();
    }

    private static CurveStep renamed(CurveStep step, int number) {
        return new CurveStep(
                step.analysis(),
                step.population(),
                step.landmarkDays(),
                "muscle-relaxant + nsaid + physical-therapy + " + number,
                step.day(),
                step.atRisk(),
                step.recovered(),
                step.censored(),
                step.notRecovered(),
                step.lower(),
                step.upper());
    }

    private static CombinationFigures renamed(CombinationFigures row, int number) {
        double median = figure(number, 1, 60);
        return new CombinationFigures(
                row.population(),
                "muscle-relaxant + nsaid + physical-therapy + " + number,
                row.episodes(),
                row.recovered(),
                row.censored(),
                median,
                median - figure(number, 2, 10),
                median + figure(number, 3, 20),
                median / 2,
                median * 2,
                row.rmstDays(),
                row.rmstSe(),
                row.rmstHorizonDays(),
                row.recoveredBy7(),
                row.recoveredBy14(),
                figure(number, 4, 1),
                figure(number, 5, 1),
                row.logrankP(),
                row.logrankPHolm());
    }

    private static LandmarkFigures renamed(LandmarkFigures row, int landmark, int number) {
        double median = figure(number, landmark, 60);
        double difference = figure(number, landmark + 1, 40) - 20;
        return new LandmarkFigures(
                landmark,
                "muscle-relaxant + nsaid + physical-therapy + " + number,
                row.episodes(),
                row.recovered(),
                row.censored(),
                median,
                median - figure(number, landmark + 2, 10),
                median + figure(number, landmark + 3, 20),
                figure(number, landmark + 4, 80),
                row.rmstSe(),
                row.rmstHorizonDays(),
                difference,
                difference - figure(number, landmark + 5, 20),
                difference + figure(number, landmark + 5, 20),
                row.logrankP(),
                figure(number, landmark + 6, 1));
    }

    /** A figure that nothing tells from the ones before, so that a page of them is packed no smaller than a real one. */
    private static double figure(int number, int which, double most) {
        return new SplittableRandom(31L * number + which).nextDouble(most);
    }

    private static StudyResult withEntriesWithoutStart(long count) {
        return Studies.empty(new LogSummary(100L, 100L, 0L, 100L, 100L, 0L, List.of(), 100L, count, 0L, 0L, "0"));
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String withoutScript(String page) {
        return page.replaceFirst("(?s)<script>.*?</script>\n", "");
    }

    private String verdict(StudyResult result) {
        return matches(page(result), "<p class=\"verdict\">(.*?)</p>").get(0).replaceAll("<[^>]*>", "");
    }

    private String page(StudyResult result) {
        Path file = folder.resolve("page.html");
        HtmlReport.write(file, result, "1.2.3", CatalogueReader.builtIn().treatments());
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
