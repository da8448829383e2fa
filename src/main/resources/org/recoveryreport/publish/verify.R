# Recomputes figures of this report with R and its survival package, from the day counts in recovery-curves.csv and
# verify-counts.csv. Says which tables it does not recompute: Cox's model, for one, is made of who was treated from which
# day on, which no day counts tell.
#
#   Rscript verify.R [folder]     folder of the report; without it, that of this script
#
# Prints the largest relative difference of each table. Exit status 0: all agree to 1e-9; 1: they do not; 2: it cannot
# be found out. R installs the package with install.packages("survival"), Debian with apt-get install r-cran-survival.

# the settings of the run
confidence <- @confidence@
confidence_type <- "@confidenceType@"
horizon_days <- @horizonDays@
min_cell_count <- @minCellCount@

tolerance <- 1e-9

give_up <- function(...) {
  message(...)
  quit(save = "no", status = 2)
}

if (!suppressPackageStartupMessages(require("survival", quietly = TRUE))) {
  give_up("The R package survival is needed: install.packages(\"survival\")")
}

# --- reading -------------------------------------------------------------------------------------------------------

arguments <- commandArgs(trailingOnly = TRUE)
script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
folder <- if (length(arguments) > 0) arguments[1] else if (length(script) > 0) dirname(script[1]) else "."

read_table <- function(name) {
  file <- file.path(folder, name)
  if (!file.exists(file)) give_up("There is no ", name, " in ", folder, ".")
  table <- read_file(file)
  # a stratified study has the same tables of its strata, with one more column in front
  of_strata <- file.path(folder, "strata", name)
  strata <- if (file.exists(of_strata)) read_file(of_strata)
  rbind(data.frame(stratum = rep("", nrow(table)), table, check.names = FALSE), strata)
}

read_file <- function(file) {
  # as text first: a label such as TRUE is a label, and a column without any number has no numbers
  table <- read.csv(file, colClasses = "character", na.strings = "", encoding = "UTF-8", check.names = FALSE)
  labels <- names(table) %in% c("stratum", "analysis", "case_class", "combination", "check", "combine_by",
    "confidence_type", "table", "row", "column", "as_of", "whole", "part", "family", "tag")
  truths <- names(table) %in% c("medians_apart", "apart_changes_by_type", "changes_sign", "changes_by_grouping")
  table[truths] <- lapply(table[truths], function(column) as.numeric(column == "true"))
  table[!labels & !truths] <- lapply(table[!labels & !truths], as.numeric)
  table
}

combinations <- read_table("recovery-by-combination.csv")
landmarks <- read_table("landmark-by-combination.csv")
tests <- read_table("tests.csv")
curves <- read_table("recovery-curves.csv")
earlier_counts <- read_table("earlier-counts.csv")

stratified <- file.exists(file.path(folder, "strata", "stratified-tests.csv"))
stratified_tests <- if (stratified) read_file(file.path(folder, "strata", "stratified-tests.csv"))

# what is compared with each other: groups of one analysis, case class, landmark and stratum
comparison_of <- function(analysis, case_class, landmark_days, stratum) {
  paste0(analysis, "/", case_class, "/", landmark_days, ifelse(stratum == "", "", paste0("/", stratum)))
}
combinations$comparison <-
  comparison_of("as-used", combinations$case_class, rep(0, nrow(combinations)), combinations$stratum)
landmarks$comparison <- comparison_of("landmark", "ALL", landmarks$landmark_days, landmarks$stratum)
tests$comparison <- comparison_of(tests$analysis, tests$case_class, tests$landmark_days, tests$stratum)
curves$comparison <- comparison_of(curves$analysis, curves$case_class, curves$landmark_days, curves$stratum)

# --- comparing -----------------------------------------------------------------------------------------------------

largest <- list()
values <- list()
worst <- list()

# Relative to the larger of the two. Below the scale the difference is relative to that: nearer to zero than rounding
# can tell, a probability has no digits left, and no more has the difference of two means.
check <- function(table, what, published, computed, scale = 1e-6) {
  difference <- abs(published - computed) / pmax(abs(published), abs(computed), scale)
  difference[is.na(published) & is.na(computed)] <- 0
  difference[is.na(difference)] <- Inf
  if (length(difference) == 0) return(invisible())
  values[[table]] <<- sum(values[[table]], length(difference))
  if (is.null(largest[[table]]) || max(difference) > largest[[table]]) {
    largest[[table]] <<- max(difference)
    worst[[table]] <<- rep(what, length.out = length(difference))[which.max(difference)]
  }
}

# A statement that has to hold; where a hidden figure leaves it open, it does.
check_that <- function(table, what, holds) {
  check(table, what, as.numeric(is.na(holds) | holds), rep(1, length(holds)))
}

# --- one group -----------------------------------------------------------------------------------------------------

# a row of the survival package for each day and ending, weighted by how many episodes ended so
weighted <- function(steps) {
  rows <- data.frame(
    day = c(steps$day, steps$day),
    event = rep(c(1, 0), each = nrow(steps)),
    count = c(steps$recovered, steps$censored))
  rows[rows$count > 0, ]
}

fit_of <- function(steps, type = confidence_type) {
  survfit(Surv(day, event) ~ 1, data = weighted(steps), weights = count, conf.int = confidence, conf.type = type)
}

reaches_zero <- function(fit) fit$surv[length(fit$surv)] == 0

# how far a mean can be taken: to the last follow-up where the curve is above zero there
horizon_of <- function(fit, wanted) if (reaches_zero(fit)) wanted else min(wanted, max(fit$time))

mean_to <- function(fit, horizon) {
  # up to a horizon before anything happened, which the survival package refuses, nobody has recovered
  if (horizon == 0) return(c(0, 0))
  if (horizon < min(fit$time)) return(c(horizon, 0))
  unname(summary(fit, rmean = horizon)$table[c("rmean", "se(rmean)")])
}

recovered_by <- function(fit, day) {
  if (day > max(fit$time) && !reaches_zero(fit)) return(NA)
  1 - summary(fit, times = day, extend = TRUE)$surv
}

quantiles <- function(fit) {
  found <- quantile(fit, probs = c(0.25, 0.5, 0.75))
  c(q1_days = found$quantile[[1]], median_days = found$quantile[[2]], q3_days = found$quantile[[3]],
    median_lower = found$lower[[2]], median_upper = found$upper[[2]])
}

# --- log-rank tests ------------------------------------------------------------------------------------------------

# survdiff knows no weights, so here every episode is a row
expanded <- function(steps) {
  rows <- data.frame(
    day = c(steps$day, steps$day),
    event = rep(c(1, 0), each = nrow(steps)),
    group = c(steps$combination, steps$combination))
  rows[rep(seq_len(nrow(rows)), c(steps$recovered, steps$censored)), ]
}

# undefined without two groups that could be told apart
log_rank <- function(day, event, group, stratum = NULL) {
  undefined <- c(chi_squared = NA, degrees_of_freedom = NA, p_value = NA)
  if (length(unique(group)) < 2 || !any(event == 1)) return(undefined)
  formula <- if (is.null(stratum)) Surv(day, event) ~ group else Surv(day, event) ~ group + strata(stratum)
  test <- tryCatch(survdiff(formula), error = function(e) NULL)
  if (is.null(test) || is.na(test$chisq)) return(undefined)
  expected <- if (is.matrix(test$exp)) rowSums(test$exp) else test$exp
  if (sum(expected > 0) < 2) return(undefined)
  df <- sum(expected > 0) - 1
  c(chi_squared = test$chisq, degrees_of_freedom = df, p_value = pchisq(test$chisq, df, lower.tail = FALSE))
}

# --- everything from the day counts --------------------------------------------------------------------------------

recompute <- function() {
  table <- "recovery-curves.csv"
  for (comparison in unique(curves$comparison)) {
    steps <- curves[curves$comparison == comparison, ]
    fits <- lapply(split(steps, steps$combination), fit_of)
    for (combination in names(fits)) {
      fit <- fits[[combination]]
      rows <- steps[steps$combination == combination, ]
      what <- paste(comparison, combination, "day", rows$day)
      check(table, what, rows$day, fit$time)
      check(table, what, rows$at_risk, fit$n.risk)
      check(table, what, rows$not_recovered, fit$surv)
      check(table, what, rows$lower, fit$lower)
      check(table, what, rows$upper, fit$upper)
    }
    episodes <- expanded(steps)
    if (startsWith(comparison, "as-used")) {
      recompute_figures("recovery-by-combination.csv", combinations, comparison, fits, episodes)
    } else {
      recompute_figures("landmark-by-combination.csv", landmarks, comparison, fits, episodes)
      recompute_differences(comparison, fits)
    }
    overall <- log_rank(episodes$day, episodes$event, episodes$group)
    published <- tests[tests$comparison == comparison, ]
    check("tests.csv", paste(comparison, "groups"), published$groups, length(fits))
    for (column in names(overall)) {
      check("tests.csv", paste(comparison, column), published[[column]], overall[[column]])
    }
  }
  if (stratified) recompute_stratified_tests()
  # a row without a curve would otherwise go unseen
  for (name in c("combinations", "landmarks")) {
    rows <- get(name)
    known <- paste(rows$comparison, rows$combination) %in% paste(curves$comparison, curves$combination)
    check_that("recovery-curves.csv", paste("a curve of", rows$comparison, rows$combination), known)
  }
}

recompute_figures <- function(table, all_rows, comparison, fits, episodes) {
  rows <- all_rows[all_rows$comparison == comparison, ]
  check(table, paste(comparison, "combinations"), nrow(rows), length(fits))
  rows <- rows[rows$combination %in% names(fits), ]
  p <- rep(NA_real_, nrow(rows))
  for (i in seq_len(nrow(rows))) {
    combination <- rows$combination[i]
    fit <- fits[[combination]]
    horizon <- horizon_of(fit, horizon_days)
    if (!startsWith(comparison, "as-used") && "none" %in% names(fits)) {
      # means that are compared go to a horizon that both groups reach
      horizon <- min(horizon, horizon_of(fits[["none"]], horizon_days))
      if (combination == "none") horizon <- horizon_of(fit, horizon_days)
    }
    mean <- mean_to(fit, horizon)
    figures <- c(
      quantiles(fit),
      episodes = sum(fit$n.event) + sum(fit$n.censor),
      recovered = sum(fit$n.event), censored = sum(fit$n.censor),
      rmst_days = mean[1], rmst_se = mean[2],
      recovered_by_7 = recovered_by(fit, 7), recovered_by_14 = recovered_by(fit, 14),
      recovered_by_28 = recovered_by(fit, 28), recovered_by_84 = recovered_by(fit, 84))
    for (column in intersect(names(figures), names(rows))) {
      check(table, paste(comparison, combination, column), rows[[column]][i], figures[[column]])
    }
    p[i] <- log_rank(episodes$day, episodes$event, episodes$group == combination)[["p_value"]]
  }
  check(table, paste(comparison, rows$combination, "logrank_p"), rows$logrank_p, p)
  check(table, paste(comparison, rows$combination, "logrank_p_holm"), rows$logrank_p_holm, p.adjust(p, "holm"))
}

recompute_differences <- function(comparison, fits) {
  table <- "landmark-by-combination.csv"
  rows <- landmarks[landmarks$comparison == comparison & landmarks$combination %in% names(fits), ]
  none <- fits[["none"]]
  for (i in seq_len(nrow(rows))) {
    fit <- if (rows$combination[i] != "none") fits[[rows$combination[i]]]
    check(table, paste(comparison, rows$combination[i], difference_columns), unlist(rows[i, difference_columns]),
      mean_difference(fit, none)[1:3], scale = 1)
  }
}

# the episodes of all strata together, each compared within its own
recompute_stratified_tests <- function() {
  table <- "strata/stratified-tests.csv"
  of_strata <- curves[curves$stratum != "", ]
  for (i in seq_len(nrow(stratified_tests))) {
    row <- stratified_tests[i, ]
    what <- comparison_of(row$analysis, row$case_class, row$landmark_days, "")
    steps <- of_strata[comparison_of(of_strata$analysis, of_strata$case_class, of_strata$landmark_days, "") == what, ]
    strata <- lapply(split(steps, steps$stratum), function(of_one) cbind(expanded(of_one), stratum = of_one$stratum[1]))
    episodes <- do.call(rbind, strata)
    # with one stratum there are no unlike episodes
    few <- length(unique(of_strata$stratum)) < 2 || nrow(steps) == 0
    test <- if (few) log_rank(numeric(0), numeric(0), character(0))
      else log_rank(episodes$day, episodes$event, episodes$group, episodes$stratum)
    # where no stratum compares some groups with the others the survival package gives up, though the rest can be tested
    if (is.na(test[["chi_squared"]]) && !is.na(row$chi_squared)) next
    for (column in names(test)) check(table, paste(what, column), row[[column]], test[[column]])
  }
}

# --- practice checks and sensitivity, which have counts of their own ------------------------------------------------

# the counts of a group, or of several as one
together <- function(counts) {
  if (nrow(counts) == 0) return(counts)
  aggregate(counts[c("recovered", "censored")], counts["day"], sum)
}

fit_if_any <- function(steps, type = confidence_type) if (nrow(steps) > 0) fit_of(steps, type)

# median, lower and upper end; of nobody, and where not reached, none
median_of <- function(fit) {
  if (is.null(fit)) return(c(NA, NA, NA))
  unname(quantiles(fit)[c("median_days", "median_lower", "median_upper")])
}

# estimate, lower and upper end, horizon
mean_difference <- function(fit, other) {
  if (is.null(fit) || is.null(other)) return(c(NA, NA, NA, NA))
  horizon <- min(horizon_of(fit, horizon_days), horizon_of(other, horizon_days))
  mean <- mean_to(fit, horizon)
  of_other <- mean_to(other, horizon)
  margin <- qnorm((1 - confidence) / 2, lower.tail = FALSE) * sqrt(mean[2]^2 + of_other[2]^2)
  c(mean[1] - of_other[1] + c(0, -margin, margin), horizon)
}

difference_columns <- c("rmst_difference", "rmst_difference_lower", "rmst_difference_upper")

recompute_practice <- function() {
  table <- "practice-by-landmark.csv"
  rows <- read_table(table)
  counts <- counts_of("practice-by-landmark")
  # every group that is counted has to have its row
  keys <- function(of, check) paste(of$stratum, of$landmark_days, check)
  check_that(table, "a row", keys(counts, counts$whole) %in% keys(rows, rows$check))
  for (at in split(rows, keys(rows, ""))) {
    p <- rep(NA_real_, nrow(at))
    for (i in seq_len(nrow(at))) {
      row <- at[i, ]
      what <- paste(row$landmark_days, row$stratum, row$check)
      groups <- counts[keys(counts, counts$whole) == keys(row, row$check), ]
      part <- function(name) together(groups[groups$part == name, ])
      check(table, paste(what, c("kept", "not_kept", "not_assessable")),
        unlist(row[c("kept", "not_kept", "not_assessable")]),
        sapply(c("kept", "not-kept", "not-assessable"), function(name) sum(part(name)$recovered, part(name)$censored)))
      kept <- fit_if_any(part("kept"))
      not_kept <- fit_if_any(part("not-kept"))
      medians <- c("median_days", "median_lower", "median_upper")
      check(table, paste(what, "kept", medians), unlist(row[paste0("kept_", medians)]), median_of(kept))
      check(table, paste(what, "not kept", medians), unlist(row[paste0("not_kept_", medians)]), median_of(not_kept))
      check(table, paste(what, difference_columns), unlist(row[difference_columns]), mean_difference(kept, not_kept)[1:3],
        scale = 1)
      groups$combination <- groups$part
      episodes <- expanded(groups[groups$part != "not-assessable", ])
      p[i] <- log_rank(episodes$day, episodes$event, episodes$group)[["p_value"]]
    }
    what <- paste(at$landmark_days, at$stratum, at$check)
    check(table, paste(what, "logrank_p"), at$logrank_p, p)
    check(table, paste(what, "logrank_p_holm"), at$logrank_p_holm, p.adjust(p, "holm"))
  }
}

recompute_sensitivity <- function() {
  table <- "sensitivity.csv"
  published <- read_table(table)
  counts <- counts_of("sensitivity")
  figures <- NULL
  for (at in split(counts, paste(counts$stratum, counts$landmark_days))) {
    figures <- rbind(figures, sensitivity_of(at, "tag", at$part), sensitivity_of(at, "family", at$whole))
  }
  check(table, "rows", nrow(published), NROW(figures))
  if (is.null(figures)) return(invisible())
  # fewer days at one landmark, more at another
  across <- paste(figures$stratum, figures$combine_by, figures$combination)
  figures$changes_sign <- as.numeric(across %in% across[figures$sign < 0] & across %in% across[figures$sign > 0])
  # fewer days by the one grouping, more by the other, of the same families
  key <- function(combine_by) paste(figures$stratum, figures$landmark_days, figures$families, combine_by)
  other <- key(ifelse(figures$combine_by == "tag", "family", "tag"))
  opposite <- paste(other, -figures$sign) %in% paste(key(figures$combine_by), figures$sign) & figures$sign != 0
  figures$changes_by_grouping <- ifelse(other %in% key(figures$combine_by), as.numeric(opposite), NA)

  id <- function(rows) paste(rows$stratum, rows$landmark_days, rows$combine_by, rows$combination, rows$confidence_type)
  found <- figures[match(id(published), id(figures)), ]
  check_that(table, paste(id(published), "counts"), !is.na(found$combination))
  for (column in setdiff(names(published), c("stratum", "landmark_days", "combine_by", "combination", "confidence_type"))) {
    check(table, paste(id(published), column), published[[column]], found[[column]],
      scale = if (column %in% difference_columns) 1 else 1e-6)
  }
}

# the combinations of one landmark, each beside none, on every scale
sensitivity_of <- function(at, combine_by, label) {
  groups <- lapply(split(at, label), together)
  if (!"none" %in% names(groups)) return(NULL)
  families <- vapply(split(at$whole, label), function(wholes) wholes[1], "")
  types <- c("log-log", "log", "plain")
  none <- lapply(types, function(type) fit_of(groups[["none"]], type))
  of_none <- t(sapply(none, median_of))
  rows <- lapply(setdiff(names(groups), "none"), function(combination) {
    fits <- lapply(types, function(type) fit_of(groups[[combination]], type))
    medians <- t(sapply(fits, median_of))
    # the same on every scale
    difference <- mean_difference(fits[[1]], none[[1]])
    before <- function(upper, lower) !is.na(upper) & upper < lower
    apart <- as.numeric(before(medians[, 3], of_none[, 2]) | before(of_none[, 3], medians[, 2]))
    apart[is.na(medians[, 2]) | is.na(of_none[, 2])] <- NA
    data.frame(stratum = at$stratum[1], landmark_days = at$landmark_days[1], combine_by = combine_by,
      combination = combination, families = families[[combination]], confidence_type = types,
      median_days = medians[, 1], median_lower = medians[, 2], median_upper = medians[, 3],
      none_median_days = of_none[, 1], none_median_lower = of_none[, 2], none_median_upper = of_none[, 3],
      medians_apart = apart, apart_changes_by_type = as.numeric(all(c(0, 1) %in% apart)),
      rmst_horizon_days = difference[4],
      rmst_difference = difference[1], rmst_difference_lower = difference[2], rmst_difference_upper = difference[3],
      # nearer to zero than rounding can tell, a difference has no sign
      sign = if (abs(difference[1]) < 1e-9) 0 else sign(difference[1]))
  })
  do.call(rbind, rows)
}

# --- what protected figures allow ----------------------------------------------------------------------------------

# what a group's shares and means are rounded to multiples of: worth at least the smallest count that may be shown
unit_of <- function(episodes) {
  units <- c(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1)
  c(units[units * episodes >= min_cell_count - tolerance], 1)[1]
}

check_between <- function(table, what, published, least, most, unit = 0) {
  half <- unit / 2 + tolerance
  check_that(table, what, is.na(published) | (published >= least - half & published <= most + half))
}

# results of tests have three digits, so a p-value belongs to any statistic that rounds alike
check_p <- function(table, what, p, chi_squared, degrees_of_freedom) {
  half <- 0.5 * 10 ^ (floor(log10(pmax(chi_squared, 1e-300))) - 2)
  least <- pchisq(chi_squared + half, degrees_of_freedom, lower.tail = FALSE) * 0.99
  most <- pchisq(pmax(chi_squared - half, 0), degrees_of_freedom, lower.tail = FALSE) * 1.01
  check_that(table, what, p >= least & p <= most)
}

check_consistency <- function() {
  check_p("tests.csv", paste(tests$comparison, "p_value"), tests$p_value, tests$chi_squared, tests$degrees_of_freedom)
  if (stratified) {
    check_p("strata/stratified-tests.csv", "p_value",
      stratified_tests$p_value, stratified_tests$chi_squared, stratified_tests$degrees_of_freedom)
  }
  check_groups("recovery-by-combination.csv", combinations)
  check_groups("landmark-by-combination.csv", landmarks)
  for (comparison in unique(curves$comparison)) {
    steps <- curves[curves$comparison == comparison, ]
    by_combination <- split(steps, steps$combination)
    for (combination in names(by_combination)) {
      check_steps(paste(comparison, combination), by_combination[[combination]])
    }
    for (table in c("recovery-by-combination.csv", "landmark-by-combination.csv")) {
      rows <- if (table == "recovery-by-combination.csv") combinations else landmarks
      rows <- rows[rows$comparison == comparison & rows$combination %in% names(by_combination), ]
      for (i in seq_len(nrow(rows))) check_figures(table, rows[i, ], by_combination)
    }
  }
}

check_groups <- function(table, rows) {
  for (comparison in unique(rows$comparison)) {
    group <- rows[rows$comparison == comparison, ]
    # rows of an earlier report were adjusted and counted with others than those beside them now
    if (!any(paste0(earlier_counts$table, ".csv") == table)) {
      check(table, paste(comparison, group$combination, "logrank_p_holm"),
        group$logrank_p_holm, p.adjust(group$logrank_p, "holm"))
      published <- tests[tests$comparison == comparison, ]
      check(table, paste(comparison, "combinations"), nrow(group), published$groups)
    }
  }
  name <- paste(rows$comparison, rows$combination)
  small <- function(count) count > 0 & count < min_cell_count
  for (column in c("episodes", "recovered", "censored")) {
    check_that(table, paste(name, column, "is not small"), !small(rows[[column]]))
  }
  check_that(table, paste(name, "counts add up"), rows$recovered + rows$censored == rows$episodes)
  check_that(table, paste(name, "median in its interval"),
    rows$median_lower <= rows$median_days)
  check_that(table, paste(name, "median in its interval"),
    rows$median_days <= rows$median_upper)
}

# between two steps people recover and are lost in an order that is not told; the share lies between those of any order
check_steps <- function(key, steps) {
  table <- "recovery-curves.csv"
  n <- nrow(steps)
  before <- c(1, steps$not_recovered[-n])
  early <- early_of(steps)
  least <- ifelse(steps$at_risk > early, (steps$at_risk - early - steps$recovered) / (steps$at_risk - early), 0)
  most <- (steps$at_risk - steps$recovered) / steps$at_risk
  check_between(table, paste(key, "not_recovered"), steps$not_recovered, before * least, before * most)
  # the interval holds the share of every order
  highest <- cumprod(most)
  lowest <- cumprod(least)
  check_that(table, paste(key, "lower"), is.na(steps$lower) | steps$lower <= lowest + tolerance)
  check_that(table, paste(key, "upper"), is.na(steps$upper) | steps$upper >= highest - tolerance)
  check_that(table, paste(key, "between"),
    steps$not_recovered <= highest + tolerance & steps$not_recovered >= lowest - tolerance)
  check(table, paste(key, "at_risk"), steps$at_risk[-1], (steps$at_risk - steps$recovered - steps$censored)[-n])
  check_that(table, paste(key, "counts are not small"),
    steps$recovered >= min_cell_count & (steps$censored == 0 | steps$censored >= min_cell_count))
}

# how many of those at risk may have been lost before anybody of the step recovered: all whom a step of several days counts,
# and those of the steps before who were too few to be counted there
early_of <- function(steps) {
  n <- nrow(steps)
  first <- c(if (steps$landmark_days[1] > 0) 1 else 0, steps$day[-n] + 1)
  left <- (steps$at_risk - steps$recovered - steps$censored)[n]
  next_counted <- Reduce(function(censored, later) if (censored > 0) censored else later, steps$censored, left,
    accumulate = TRUE, right = TRUE)[seq_len(n)]
  few <- pmin(min_cell_count - 1, next_counted)
  waiting <- c(0, ifelse(steps$censored > 0, 0, few)[-n])
  ifelse(first == steps$day, pmin(waiting, next_counted), ifelse(steps$censored > 0, steps$censored, few))
}

# share not recovered after a day, were everybody of a step to recover on its last day, or as soon as they can
share_after <- function(steps, day) c(1, steps$not_recovered)[1 + sum(steps$day <= day)]
least_after <- function(steps, day) c(1, steps$not_recovered)[1 + min(nrow(steps), 1 + sum(steps$day <= day))]

# figures are made from the steps that are shown, so they lie between what the steps allow
check_figures <- function(table, row, by_combination) {
  steps <- by_combination[[row$combination]]
  key <- paste(row$comparison, row$combination)
  last <- steps$day[nrow(steps)]
  check(table, paste(key, "episodes"), row$episodes, steps$at_risk[1])
  for (quantile in c(q1_days = 0.75, median_days = 0.5, q3_days = 0.25)) {
    column <- c("0.75" = "q1_days", "0.5" = "median_days", "0.25" = "q3_days")[[as.character(quantile)]]
    reached <- which(steps$not_recovered <= quantile + tolerance)
    if (!is.null(row[[column]]) && !is.na(row[[column]]) && length(reached) > 0) {
      from <- c(0, steps$day)[reached[1]]
      to <- c(steps$day, Inf)[min(which(c(steps$not_recovered < quantile - tolerance, TRUE)))]
      check_between(table, paste(key, column), row[[column]], from, to)
    }
  }
  none <- by_combination[["none"]]
  own <- is.null(row$rmst_difference) || row$combination == "none" || is.null(none)
  if (last >= horizon_days && (own || none$day[nrow(none)] >= horizon_days)) {
    days <- 0:(horizon_days - 1)
    check_between(table, paste(key, "rmst_days"), row$rmst_days,
      sum(sapply(days, function(day) least_after(steps, day))), sum(sapply(days, function(day) share_after(steps, day))),
      unit_of(row$episodes))
  }
  for (day in c(7, 14, 28, 84)) {
    by <- row[[paste0("recovered_by_", day)]]
    if (!is.null(by) && day <= last) {
      unit <- unit_of(row$episodes)
      # no share is rounded to none or all
      ends <- any(abs(by - c(unit, 1 - unit)) < tolerance)
      check_between(table, paste(key, "recovered by", day), by,
        1 - share_after(steps, day), 1 - least_after(steps, day), if (isTRUE(ends)) 2 * unit else unit)
    }
  }
}

# --- the verdict ---------------------------------------------------------------------------------------------------

protected <- min_cell_count > 1
if (protected) {
  cat("Small counts are protected here (minCellCount = ", min_cell_count, "), so curves have few steps, and figures\n",
    "are made from these. Checked: that every figure of a group with a curve lies where the steps allow, Holm's\n",
    "adjustment, p-values of the tests, and that counts agree. Only a report with minCellCount=0 can be recomputed in full.\n\n",
    sep = "")
  if (nrow(earlier_counts) > 0) {
    cat(nrow(earlier_counts), " counts are those of an earlier report, or not shown (earlier-counts.csv).\n\n", sep = "")
  }
  check_consistency()
} else {
  verify_counts <- read_table("verify-counts.csv")
  counts_of <- function(table) verify_counts[verify_counts$table == table, ]
  recompute()
  recompute_practice()
  recompute_sensitivity()
}

cat(sprintf("%-30s  %9s  %s\n", "table", "values", "largest relative difference"))
for (table in sort(names(largest))) {
  cat(sprintf("%-30s  %9d  %-9.2g", table, as.integer(values[[table]]), largest[[table]]))
  if (largest[[table]] > tolerance) cat("  DIFFERS, most at ", worst[[table]], sep = "")
  cat("\n")
}
left <- setdiff(list.files(folder, "[.]csv$"), c(names(largest), "earlier-counts.csv", "verify-counts.csv"))
cat("\nNot recomputed: ", paste(sort(left), collapse = ", "), ".\n", sep = "")
if ("recovery-by-treatment.csv" %in% left) {
  cat("The hazard ratios (recovery-by-treatment.csv, Cox's model) need more than a report tells: who was treated from which\n",
    "day on.\n", sep = "")
}
overall <- max(0, unlist(largest))
agrees <- overall <= tolerance
cat(sprintf("\n%s: the largest relative difference is %.2g (R %s, survival %s).\n",
  if (!agrees) "The report differs" else if (protected) "The report is consistent" else "R finds the same figures in these tables",
  overall, as.character(getRversion()), as.character(packageVersion("survival"))))
quit(save = "no", status = if (agrees) 0 else 1)
