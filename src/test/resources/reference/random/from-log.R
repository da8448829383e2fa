# Compares a report with what R finds in the log itself, without any count or figure of the program in between.
#   Rscript from-log.R LOG REPORT none|sex|severity|recurrence [TAG...]
# The log has the texts below, dates as study days; the report was made with minCellCount=0 and, after "none", stratifyBy.
# Of the tags Cox's model has no finite ratio, as R finds too. Prints the largest relative difference of each table; exit
# status 1 where one is above 1e-9.
library(survival)
arguments <- commandArgs(TRUE)
folder <- arguments[2]
stratify_by <- arguments[3]
without_ratio <- arguments[-(1:3)]

texts <- c(cold = "ice pack", heat = "heating pad", massage = "massage", `muscle-relaxant` = "cyclobenzaprine",
  nsaid = "ibuprofen", rest = "bed rest")
families <- c(cold = "heat-and-cold", heat = "heat-and-cold", massage = "massage",
  `muscle-relaxant` = "muscle-relaxant", nsaid = "nsaid", rest = "rest-and-activity")
tags <- names(texts)
landmarks <- c(7, 14, 28)
horizon_days <- 84
z <- qnorm(0.975)

# --- the log ---------------------------------------------------------------------------------------------------------

rows <- read.csv(arguments[1], colClasses = "character", na.strings = "")
for (column in c("onset", "recovered", "last_seen", "started", "ended")) rows[[column]] <- as.numeric(rows[[column]])
rows$tag <- names(texts)[match(rows$treatment, texts)]
episodes <- rows[!duplicated(rows$episode_id), ]
episodes$event <- as.numeric(!is.na(episodes$recovered))
episodes$day <- ifelse(episodes$event == 1, episodes$recovered, episodes$last_seen) - episodes$onset
n <- nrow(episodes)

# entries in days from onset; what was started before onset counts from onset, what was started after the end not at all
of <- match(rows$episode_id, episodes$episode_id)
entries <- data.frame(episode = of, tag = rows$tag, start = pmax(rows$started - rows$onset, 0),
  end = rows$ended - rows$onset)
entries <- entries[!is.na(entries$tag), ]
entries <- entries[is.na(entries$start) | entries$start <= episodes$day[entries$episode], ]

# the day from which each treatment counts, Inf = never
start <- sapply(tags, function(tag) {
  days <- rep(Inf, n)
  of_tag <- entries[entries$tag == tag, ]
  counts_from <- ifelse(is.na(of_tag$start), 0, of_tag$start)
  for (i in seq_along(counts_from)) days[of_tag$episode[i]] <- min(days[of_tag$episode[i]], counts_from[i])
  days
})

# the third onset within 365 days and those after it
recurrent <- unlist(lapply(seq_len(n), function(i) {
  onsets <- episodes$onset[episodes$patient_id == episodes$patient_id[i]]
  sum(onsets <= episodes$onset[i] & onsets > episodes$onset[i] - 365) >= 3
}))

stratum <- switch(stratify_by, none = rep("all", n), sex = episodes$sex, severity = episodes$severity,
  recurrence = ifelse(recurrent, "recurrent", "not recurrent"))
stratum[is.na(stratum)] <- "not given"

label <- function(used, names) {
  found <- sort(unique(names[used]), method = "radix")
  if (length(found) > 0) paste(found, collapse = " + ") else "none"
}
combination <- function(by, names = tags) sapply(seq_len(n), function(i) label(start[i, ] <= by[i], names))

# --- comparing -------------------------------------------------------------------------------------------------------

largest <- list()
values <- list()
check <- function(table, what, published, found, scale = 1e-6) {
  difference <- abs(published - found) / pmax(abs(published), abs(found), scale)
  difference[is.na(published) & is.na(found)] <- 0
  difference[is.na(difference)] <- Inf
  values[[table]] <<- sum(values[[table]], length(difference))
  largest[[table]] <<- max(largest[[table]], difference)
  for (i in which(difference > 1e-9)) {
    cat(table, rep(what, length.out = length(difference))[i], "DIFFERS:", published[i], "is", found[i], "in R\n")
  }
}
read_table <- function(name) read.csv(file.path(folder, name), check.names = FALSE, encoding = "UTF-8")
row_of <- function(table, name, ...) {
  keys <- list(...)
  found <- Reduce(`&`, lapply(names(keys), function(key) table[[key]] == keys[[key]]))
  if (sum(found) != 1) stop(name, " has ", sum(found), " rows of ", paste(keys, collapse = " "))
  table[found, ]
}
check_columns <- function(name, row, what, found) {
  for (column in names(found)) {
    check(name, paste(what, column), row[[column]], found[[column]],
      scale = if (grepl("difference", column)) 1 else 1e-6)
  }
}

# --- estimators ------------------------------------------------------------------------------------------------------

fit_of <- function(day, event) if (length(day) > 0) survfit(Surv(day, event) ~ 1, conf.type = "log-log")
median_of <- function(fit) {
  if (is.null(fit)) return(c(NA, NA, NA))
  found <- quantile(fit, 0.5)
  c(found$quantile[[1]], found$lower[[1]], found$upper[[1]])
}
reach <- function(fit) if (min(fit$surv) == 0) horizon_days else min(horizon_days, max(fit$time))
mean_to <- function(fit, horizon) {
  if (horizon < min(fit$time)) return(c(horizon, 0))
  unname(summary(fit, rmean = horizon)$table[c("rmean", "se(rmean)")])
}
difference_of <- function(fit, other) {
  if (is.null(fit) || is.null(other)) return(rep(NA, 3))
  horizon <- min(reach(fit), reach(other))
  one <- mean_to(fit, horizon)
  two <- mean_to(other, horizon)
  one[1] - two[1] + c(0, -1, 1) * z * sqrt(one[2]^2 + two[2]^2)
}
log_rank <- function(day, event, group, within = rep("all", length(day))) {
  test <- if (length(unique(group)) > 1) tryCatch(
    if (length(unique(within)) > 1) survdiff(Surv(day, event) ~ group + strata(within))
    else survdiff(Surv(day, event) ~ group), error = function(e) NULL)
  expected <- if (is.matrix(test$exp)) rowSums(test$exp) else test$exp
  if (is.null(test) || sum(expected > 0) < 2) return(c(NA, NA, NA))
  df <- sum(expected > 0) - 1
  c(test$chisq, df, pchisq(test$chisq, df, lower.tail = FALSE))
}

# --- Cox's model -----------------------------------------------------------------------------------------------------

check_model <- function() {
  # day 0 is a day as any other, so intervals begin half a day before it; what begins on a day acts from the next
  intervals <- do.call(rbind, lapply(seq_len(n), function(i) {
    cuts <- sort(unique(start[i, start[i, ] > 0 & start[i, ] < episodes$day[i]]))
    from <- c(-0.5, cuts + 0.25)
    exposed <- t(sapply(from, function(at) as.numeric(start[i, ] == 0 | start[i, ] < at)))
    colnames(exposed) <- make.names(tags)
    data.frame(from, to = c(cuts + 0.25, episodes$day[i]), event = c(rep(0, length(cuts)), episodes$event[i]),
      stratum = stratum[i], exposed)
  }))
  used <- tags[colSums(is.finite(start)) > 0]
  formula <- paste("Surv(from, to, event) ~", paste(make.names(used), collapse = " + "),
    if (stratify_by != "none") "+ strata(stratum)")
  # what has no finite ratio runs away until hardly anything is gained; R warns of it
  fit <- suppressWarnings(summary(coxph(as.formula(formula), intervals, ties = "efron",
    control = coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 60))))
  unknown <- is.na(fit$coefficients[, "coef"]) | fit$coefficients[, "se(coef)"] > 100
  stopifnot(setequal(used[unknown], without_ratio))
  name <- "recovery-by-treatment.csv"
  published <- read_table(name)
  check(name, "treatments", nrow(published), length(used))
  for (tag in used) {
    with <- is.finite(start[, tag])
    i <- if (tag %in% without_ratio) NA else match(tag, used)
    check_columns(name, row_of(published, name, tag = tag), tag, list(
      episodes_with = sum(with), episodes_without = sum(!with),
      median_days_with = median_of(fit_of(episodes$day[with], episodes$event[with]))[1],
      median_days_without = median_of(fit_of(episodes$day[!with], episodes$event[!with]))[1],
      hazard_ratio = fit$conf.int[i, 1], hr_lower = fit$conf.int[i, 3], hr_upper = fit$conf.int[i, 4],
      p_value = fit$coefficients[i, 5]))
  }
}

# --- landmarks, tests, sensitivity -----------------------------------------------------------------------------------

check_tests <- function(analysis, landmark, day, event, group, within) {
  columns <- c("chi_squared", "degrees_of_freedom", "p_value")
  test <- log_rank(day, event, group)
  row <- row_of(read_table("tests.csv"), "tests.csv", analysis = analysis, case_class = "ALL", landmark_days = landmark)
  check("tests.csv", paste(analysis, landmark, columns), unlist(row[columns]), test)
  if (stratify_by == "none") return(invisible())
  name <- "strata/stratified-tests.csv"
  test <- log_rank(day, event, group, within)
  row <- row_of(read_table(name), name, analysis = analysis, case_class = "ALL", landmark_days = landmark)
  check(name, paste(analysis, landmark, columns), unlist(row[columns]), test)
}

check_landmark <- function(landmark) {
  name <- "landmark-by-combination.csv"
  still <- episodes$day > landmark
  day <- (episodes$day - landmark)[still]
  event <- episodes$event[still]
  group <- combination(rep(landmark, n))[still]
  check_tests("landmark", landmark, day, event, group, stratum[still])
  published <- read_table(name)
  published <- published[published$landmark_days == landmark, ]
  groups <- sort(unique(group))
  check(name, paste(landmark, "groups"), nrow(published), length(groups))
  fits <- sapply(groups, function(one) fit_of(day[group == one], event[group == one]), simplify = FALSE)
  p <- sapply(groups, function(one) log_rank(day, event, group == one)[3])
  holm <- p.adjust(p, "holm")
  for (one in groups) {
    difference <- if (one == "none") rep(NA, 3) else difference_of(fits[[one]], fits[["none"]])
    median <- median_of(fits[[one]])
    check_columns(name, row_of(published, name, combination = one), paste(landmark, one), list(
      episodes = sum(group == one), recovered = sum(event[group == one]),
      median_days = median[1], median_lower = median[2], median_upper = median[3],
      rmst_difference = difference[1], rmst_difference_lower = difference[2], rmst_difference_upper = difference[3],
      logrank_p = p[[one]], logrank_p_holm = holm[[one]]))
  }
}

check_sensitivity <- function() {
  name <- "sensitivity.csv"
  published <- read_table(name)
  published <- published[published$confidence_type == "log-log", ]
  found <- do.call(rbind, lapply(c("tag", "family"), function(combine_by) do.call(rbind, lapply(landmarks, function(landmark) {
    still <- episodes$day > landmark
    by_family <- combination(rep(landmark, n), families)[still]
    group <- if (combine_by == "tag") combination(rep(landmark, n))[still] else by_family
    fits <- lapply(split(which(still), group), function(i) fit_of(episodes$day[i] - landmark, episodes$event[i]))
    compared <- setdiff(names(fits), "none")
    data.frame(combine_by, landmark, combination = compared, families = by_family[match(compared, group)],
      difference = sapply(compared, function(one) difference_of(fits[[one]], fits[["none"]])[1]), row.names = NULL)
  }))))
  check(name, "rows", nrow(published), nrow(found))
  sign <- ifelse(abs(found$difference) < 1e-9, 0, sign(found$difference))
  for (i in seq_len(nrow(found))) {
    row <- row_of(published, name, combine_by = found$combine_by[i], landmark_days = found$landmark[i],
      combination = found$combination[i])
    same <- found$combine_by == found$combine_by[i] & found$combination == found$combination[i]
    other <- found$combine_by != found$combine_by[i] & found$landmark == found$landmark[i] &
      found$families == found$families[i]
    check_columns(name, data.frame(rmst_difference = row$rmst_difference,
      changes_sign = as.numeric(row$changes_sign == "true"), changes_by_grouping = as.numeric(row$changes_by_grouping == "true")),
      paste(found$combine_by[i], found$landmark[i], found$combination[i]),
      list(rmst_difference = found$difference[i], changes_sign = as.numeric(all(c(-1, 1) %in% sign[same])),
        changes_by_grouping = if (any(other)) as.numeric(sign[i] != 0 && any(sign[other] == -sign[i])) else NA))
  }
}

# --- practice checks -------------------------------------------------------------------------------------------------

kept <- "kept"
not_kept <- "not kept"
open <- "not assessable"
not_concerned <- "-"

# all that is known of an episode at a landmark; one entry of a length, so no two bouts are one
standing <- function(i, landmark) {
  known <- entries[entries$episode == i & (is.na(entries$start) | entries$start <= landmark), ]
  of_tag <- function(tag) known[known$tag == tag, ]
  not_longer <- function(tag, limit) {
    bouts <- of_tag(tag)
    if (nrow(bouts) == 0) return(not_concerned)
    length <- pmax(bouts$end - bouts$start, 0.5)
    over <- !is.na(length) & bouts$start + length <= landmark
    so_far <- pmin(length, landmark - bouts$start)
    if (any(so_far > limit, na.rm = TRUE)) return(not_kept)
    if (all(over)) kept else open
  }
  cold <- of_tag("cold")$start
  heat <- of_tag("heat")$start
  nsaid <- of_tag("nsaid")$start
  relaxant <- of_tag("muscle-relaxant")$start
  massage <- of_tag("massage")$start
  c(
    `rest-at-most-two-days` = not_longer("rest", 2),
    `cold-first` = if (length(cold) == 0) not_concerned else if (any(cold <= 2, na.rm = TRUE)) kept
      else if (anyNA(cold)) open else not_kept,
    `heat-not-before` = if (length(heat) == 0) not_concerned else if (any(heat < 2, na.rm = TRUE)) not_kept
      else if (anyNA(heat)) open else kept,
    # no text says how long or how much
    `session-length` = if (length(cold) + length(heat) > 0) open else not_concerned,
    `ibuprofen-dose` = if (length(nsaid) > 0) open else not_concerned,
    `naproxen-dose` = not_concerned,
    `relaxant-duration` = not_longer("muscle-relaxant", 21),
    `relaxant-after-nsaid` = if (length(relaxant) == 0) not_concerned else if (anyNA(relaxant)) open
      else if (length(nsaid) == 0) not_kept
      else if (all(sapply(relaxant, function(begun) any(nsaid <= begun, na.rm = TRUE)))) kept
      # nothing begins before an NSAID that counts from onset, but when that one began is not known
      else if (anyNA(nsaid)) open else not_kept,
    `professional-when-chronic` = if (!recurrent[i]) not_concerned else if (any(!is.na(massage))) kept
      else if (length(massage) > 0) open else not_kept,
    `red-flag-referred` = not_concerned)
}

check_practice <- function(landmark) {
  name <- "practice-by-landmark.csv"
  published <- read_table(name)
  still <- which(episodes$day > landmark)
  verdicts <- t(sapply(still, standing, landmark))
  tests <- list()
  for (practice in colnames(verdicts)) {
    verdict <- verdicts[, practice]
    row <- row_of(published, name, landmark_days = landmark, check = practice)
    day <- (episodes$day - landmark)[still]
    event <- episodes$event[still]
    fit_where <- function(what) fit_of(day[verdict == what], event[verdict == what])
    of_kept <- median_of(fit_where(kept))
    of_others <- median_of(fit_where(not_kept))
    difference <- difference_of(fit_where(kept), fit_where(not_kept))
    compared <- verdict %in% c(kept, not_kept)
    p <- log_rank(day[compared], event[compared], verdict[compared])[3]
    check_columns(name, row, paste(landmark, practice), list(
      kept = sum(verdict == kept), not_kept = sum(verdict == not_kept), not_assessable = sum(verdict == open),
      kept_median_days = of_kept[1], kept_median_lower = of_kept[2], kept_median_upper = of_kept[3],
      not_kept_median_days = of_others[1], not_kept_median_lower = of_others[2], not_kept_median_upper = of_others[3],
      rmst_difference = difference[1], rmst_difference_lower = difference[2], rmst_difference_upper = difference[3],
      logrank_p = p))
    tests[[practice]] <- c(p, row$logrank_p_holm)
  }
  tests <- do.call(rbind, tests)
  check(name, paste(landmark, rownames(tests), "logrank_p_holm"), tests[, 2], p.adjust(tests[, 1], "holm"))
}

check_model()
check_tests("as-used", 0, episodes$day, episodes$event, combination(episodes$day), stratum)
for (landmark in landmarks) {
  check_landmark(landmark)
  check_practice(landmark)
}
check_sensitivity()

for (table in sort(names(largest))) cat(sprintf("%-30s %7d values, %.2g\n", table, values[[table]], largest[[table]]))
overall <- max(unlist(largest))
cat(sprintf("%d episodes, stratified by %s: the largest relative difference is %.2g\n", n, stratify_by, overall))
quit(save = "no", status = if (overall <= 1e-9) 0 else 1)
