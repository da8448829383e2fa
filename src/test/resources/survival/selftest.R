# Makes the cases of the self-test from data sets that come with R. R 4.2.2, survival 3.5-3, MASS 7.3.
#   Rscript selftest.R FOLDER      writes cases.tsv, counts.tsv, exposures.tsv and expected.tsv there
# What R computes is written with 17 digits; what a publication prints, as printed.
suppressMessages({library(survival); library(MASS)})
folder <- commandArgs(TRUE)[1]
cases <- counts <- exposures <- expected <- NULL
digits <- function(x) ifelse(is.na(x), "", sprintf("%.17g", x))

expect <- function(case, group, statistic, value, argument = "", type = "log-log", unit = 1, origin = "R")
  expected <<- rbind(expected, data.frame(case, group, statistic, argument, type, unit, origin,
    value = if (is.character(value)) value else digits(value)))

# groups: a factor; the Cox model has one 0/1 covariate per further group, so its exposures follow from the counts
case <- function(id, title, source, time, event, groups, horizon, days) {
  ok <- !is.na(time) & !is.na(event) & !is.na(groups)
  time <- time[ok]; event <- as.integer(event[ok]); groups <- factor(groups[ok])
  stopifnot(all(time == round(time)))
  cases <<- rbind(cases, data.frame(case = id, title, source))
  d <- data.frame(time, event, group = groups)
  tally <- aggregate(cbind(events = event, censored = 1L - event) ~ time + group, d, sum)
  counts <<- rbind(counts, data.frame(case = id, group = tally$group, day = as.integer(tally$time),
    events = as.integer(tally$events), censored = as.integer(tally$censored)))
  for (g in levels(groups)) {
    own <- d[d$group == g, ]
    for (type in c("log-log", "log")) {
      fit <- survfit(Surv(time, event) ~ 1, own, conf.type = type)
      q <- quantile(fit, c(0.25, 0.5, 0.75))
      expect(id, g, "median_lower", q$lower[[2]], "", type)
      expect(id, g, "median_upper", q$upper[[2]], "", type)
      if (type == "log") next
      expect(id, g, "quantile", q$quantile[[1]], "0.25")
      expect(id, g, "quantile", q$quantile[[2]], "0.5")
      expect(id, g, "quantile", q$quantile[[3]], "0.75")
      for (day in days) if (day <= max(own$time)) {
        at <- summary(fit, times = day)
        expect(id, g, "survival", at$surv, day)
        expect(id, g, "survival_lower", at$lower, day)
        expect(id, g, "survival_upper", at$upper, day)
      }
      if (horizon <= max(own$time)) {
        row <- summary(fit, rmean = horizon)$table
        expect(id, g, "restricted_mean", row[["rmean"]], horizon)
        expect(id, g, "restricted_mean_error", row[["se(rmean)"]], horizon)
      }
    }
  }
  test <- survdiff(Surv(time, event) ~ group, d)
  df <- nlevels(groups) - 1
  expect(id, "", "logrank_chi_squared", test$chisq)
  expect(id, "", "logrank_p", pchisq(test$chisq, df, lower.tail = FALSE))
  x <- sapply(levels(groups)[-1], function(g) as.integer(groups == g))
  cox(id, rep(-1, length(time)), time, event, x)
}
cox <- function(id, start, stop, event, x) {
  fit <- coxph(Surv(start, stop, event) ~ x, ties = "efron", control = coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 50))
  d <- data.frame(from = as.integer(start + 1), through = as.integer(stop), pattern = as.integer(x %*% 2^(seq_len(ncol(x)) - 1)),
    subjects = 1L, events = as.integer(event))
  tally <- aggregate(cbind(subjects, events) ~ from + through + pattern, d, sum)
  if (any(start >= 0)) exposures <<- rbind(exposures, data.frame(case = id, lapply(tally, as.integer)))
  ci <- summary(fit)$conf.int
  for (k in seq_len(ncol(x))) {
    expect(id, "", "hazard_ratio", ci[k, 1], k - 1)
    expect(id, "", "hazard_ratio_lower", ci[k, 3], k - 1)
    expect(id, "", "hazard_ratio_upper", ci[k, 4], k - 1)
  }
  expect(id, "", "log_likelihood", fit$loglik[2])
  expect(id, "", "proportional_hazards_p", cox.zph(fit, terms = FALSE)$table["GLOBAL", "p"])
}
timed <- function(id, title, source, start, stop, event, x) {
  cases <<- rbind(cases, data.frame(case = id, title, source))
  cox(id, start, stop, event, x)
}

case("aml", "Acute myelogenous leukemia: maintenance chemotherapy", "Miller 1981, Survival Analysis, p. 49",
  aml$time, aml$status, aml$x, 30, c(7, 14, 28))
case("freireich", "Leukemia in remission: 6-mercaptopurine against placebo", "Freireich et al. 1963, Blood 21:699; MASS gehan",
  gehan$time, gehan$cens, factor(gehan$treat, c("control", "6-MP")), 20, c(7, 14))
case("lung", "Advanced lung cancer by sex", "Loprinzi et al. 1994, Journal of Clinical Oncology 12:601",
  lung$time, lung$status - 1, factor(lung$sex, 1:2, c("male", "female")), 365, c(28, 180, 365))
case("ovarian", "Ovarian cancer: two chemotherapies", "Edmunson et al. 1979, Cancer Treatment Reports 63:241",
  ovarian$futime, ovarian$fustat, ovarian$rx, 500, c(180, 365))
case("veteran-treatment", "Veterans' lung cancer trial by treatment", "Kalbfleisch and Prentice 1980, pp. 223-224",
  veteran$time, veteran$status, factor(veteran$trt, 1:2, c("standard", "test")), 365, c(28, 84))
case("veteran-cell", "Veterans' lung cancer trial by cell type", "Kalbfleisch and Prentice 1980, pp. 223-224",
  veteran$time, veteran$status, veteran$celltype, 180, c(28, 84))
p <- pbc[1:312, ]
case("pbc", "Primary biliary cirrhosis: D-penicillamine, in half days", "Fleming and Harrington 1991, app. D; survRM2 vignette",
  2 * p$time, p$status == 2, factor(p$trt, 2:1, c("placebo", "D-penicillamine")), 7305, c(730, 3650))
case("kidney", "Infection at the catheter of kidney patients by sex", "McGilchrist and Aisbett 1991, Biometrics 47:461",
  kidney$time, kidney$status, factor(kidney$sex, 1:2, c("male", "female")), 150, c(28, 84))
for (type in 1:2) {
  d <- colon[colon$etype == type, ]
  case(c("colon-recurrence", "colon-death")[type], paste("Colon cancer: adjuvant chemotherapy,", c("recurrence", "death")[type]),
    "Laurie et al. 1989, Journal of Clinical Oncology 7:1447", d$time, d$status, d$rx, 1825, c(365, 1825))
}
case("gbsg", "Breast cancer: hormonal therapy", "Schumacher et al. 1994, Journal of Clinical Oncology 12:2086",
  gbsg$rfstime, gbsg$status, gbsg$hormon, 1825, c(365, 1825))
case("melanoma", "Malignant melanoma by ulceration", "Andersen et al. 1993, Statistical Models Based on Counting Processes; MASS",
  Melanoma$time, Melanoma$status == 1, Melanoma$ulcer, 1825, c(365, 1825))
case("myeloid", "Acute myeloid leukemia: a simulated trial", "Le-Rademacher et al. 2018, Clinical Trials 15:489",
  myeloid$futime, myeloid$death, myeloid$trt, 730, c(84, 365))
case("rats", "Tumours of rats: a drug against control", "Mantel, Bohidar and Ciminera 1977, Cancer Research 37:3863",
  rats$time, rats$status, rats$rx, 100, c(60, 90))
case("leukemia-ag", "Survival of leukemia patients by the AG factor", "Feigl and Zelen 1965, Biometrics 21:826; MASS leuk",
  leuk$time, rep(1, nrow(leuk)), leuk$ag, 52, c(4, 28))
case("retinopathy", "Diabetic retinopathy: laser treatment, in hundredths of a month", "Huster, Brookmeyer and Self 1989, Biometrics 45:145",
  round(100 * retinopathy$futime), retinopathy$status, retinopathy$trt, 5000, c(1000, 5000))
first <- cgd[cgd$enum == 1, ]
case("cgd", "Chronic granulomatous disease: first infection with gamma interferon", "Fleming and Harrington 1991, sec. 4.4",
  first$tstop, first$status, first$treat, 300, c(28, 84, 300))
case("stanford-ever", "Heart transplants compared as if known at entry: the famous mistake", "Gail 1972, Annals of Internal Medicine 76:815",
  jasa$futime, jasa$fustat, jasa$transplant, 365, c(28, 84))
timed("stanford", "Heart transplants and earlier surgery over time, in half days", "Crowley and Hu 1977, Journal of the American Statistical Association 72:27",
  2 * heart$start, 2 * heart$stop, heart$event, cbind(as.integer(heart$transplant) - 1L, heart$surgery))

printed <- function(case, group, statistic, value, origin, argument = "", type = "log", unit = 1)
  expect(case, group, statistic, value, argument, type, unit, origin)
printed("freireich", "6-MP", "quantile", "23", "Kleinbaum and Klein 2012, ch. 2", "0.5")
printed("freireich", "control", "quantile", "8", "Kleinbaum and Klein 2012, ch. 2", "0.5")
printed("freireich", "", "logrank_chi_squared", "16.79", "Kleinbaum and Klein 2012, ch. 2")
printed("lung", "male", "median_lower", "212", "survival package, survfit")
printed("lung", "male", "median_upper", "310", "survival package, survfit")
printed("lung", "female", "median_lower", "348", "survival package, survfit")
printed("lung", "female", "median_upper", "550", "survival package, survfit")
printed("lung", "", "logrank_chi_squared", "10.3", "survival package, survdiff")
printed("veteran-cell", "", "logrank_chi_squared", "25.4", "survival package, survdiff")
for (g in 0:1) {
  name <- c("placebo", "D-penicillamine")[g + 1]
  printed("pbc", name, "restricted_mean", c("7.283", "7.146")[g + 1], "survRM2 vignette, in years", 7305, unit = 730.5)
  printed("pbc", name, "restricted_mean_error", c("0.295", "0.283")[g + 1], "survRM2 vignette, in years", 7305, unit = 730.5)
}

for (name in c("cases", "counts", "exposures", "expected")) write.table(get(name), file.path(folder, paste0(name, ".tsv")),
  sep = "\t", quote = FALSE, row.names = FALSE, na = "", eol = "\n")
