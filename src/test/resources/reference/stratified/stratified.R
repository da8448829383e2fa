# Makes stratified-log.csv and expected-*.csv: a log with strata, treatments that begin late, ties and censoring, and the
# figures that R finds in it. Reads the log alone. R 4.2.2, survival 3.5-3.
#   Rscript stratified.R [seed] [episodes]     writes into the current folder
#   Rscript stratified.R FOLDER                compares the report in a folder with what R finds in stratified-log.csv
#                                              (made with minCellCount=0 and stratifyBy=sex)
library(survival)
args <- commandArgs(TRUE)
compare <- length(args) > 0 && dir.exists(args[1])

write_log <- function(seed, n) {
  set.seed(seed)
  sex <- sample(c("F", "M", ""), n, TRUE, c(0.5, 0.4, 0.1))
  site <- sample(c("hill", "lake", "town"), n, TRUE)
  mean_days <- c(18, 30, 24)[match(sex, c("F", "M", ""))]
  recovery <- floor(rexp(n, 1 / mean_days))
  end <- sample(c(0:20, 30, 60, 90, 200, 200, 200), n, TRUE)
  texts <- c(cold = "ice pack", massage = "massage", nsaid = "ibuprofen")
  rows <- do.call(rbind, lapply(seq_len(n), function(i) {
    used <- names(texts)[runif(3) < 0.45]
    start <- if (length(used) > 0) sample(c(0, 0, 1, 3, 8, 15, 21), length(used), TRUE) else NA
    last <- min(recovery[i], end[i])
    data.frame(episode_id = sprintf("s-%05d", i), patient_id = sprintf("p-%05d", i), onset = 0,
      recovered = if (recovery[i] <= end[i]) recovery[i] else NA, last_seen = last,
      treatment = if (length(used) > 0) texts[used] else "", started = start, sex = sex[i], site = site[i],
      row.names = NULL)
  }))
  write.csv(rows, "stratified-log.csv", row.names = FALSE, na = "", quote = FALSE, eol = "\n")
}

read_log <- function() {
  rows <- read.csv("stratified-log.csv", colClasses = "character")
  for (column in c("recovered", "last_seen", "started")) rows[[column]] <- as.numeric(rows[[column]])
  tags <- c(`ice pack` = "cold", massage = "massage", ibuprofen = "nsaid")
  rows$tag <- unname(tags[rows$treatment])
  episodes <- rows[!duplicated(rows$episode_id), c("episode_id", "recovered", "last_seen", "sex", "site")]
  episodes$event <- as.numeric(!is.na(episodes$recovered))
  episodes$day <- ifelse(episodes$event == 1, episodes$recovered, episodes$last_seen)
  for (tag in tags) {
    of_tag <- rows[!is.na(rows$tag) & rows$tag == tag, ]
    # one that begins after the end is no part of the episode
    start <- of_tag$started[match(episodes$episode_id, of_tag$episode_id)]
    episodes[[tag]] <- ifelse(is.na(start) | start > episodes$day, Inf, start)
  }
  episodes$stratum <- ifelse(episodes$sex == "", "not given", episodes$sex)
  episodes
}

tags <- c("cold", "massage", "nsaid")
combination <- function(episodes, by) apply(episodes[tags] <= by, 1, function(used)
  if (any(used)) paste(tags[used], collapse = " + ") else "none")

p_of <- function(test, strata = FALSE) {
  expected <- if (is.matrix(test$exp)) rowSums(test$exp) else test$exp
  df <- sum(expected > 0) - 1
  data.frame(groups = length(test$n), chi_squared = test$chisq, degrees_of_freedom = df,
    p_value = pchisq(test$chisq, df, lower.tail = FALSE))
}

at_landmark <- function(episodes, landmark) {
  still <- episodes[episodes$day > landmark, ]
  still$time <- still$day - landmark
  still$group <- combination(still, landmark)
  still
}

# Kaplan-Meier, restricted mean and its difference from none, log-rank against all others
figures_at <- function(episodes, landmark, stratum) {
  still <- at_landmark(episodes, landmark)
  fits <- lapply(split(still, still$group), function(group)
    survfit(Surv(time, event) ~ 1, group, conf.type = "log-log"))
  reach <- function(fit) if (min(fit$surv) == 0) 84 else min(84, max(fit$time))
  mean_to <- function(fit, horizon) {
    if (horizon < min(fit$time)) return(c(horizon, 0))
    unname(summary(fit, rmean = horizon)$table[c("rmean", "se(rmean)")])
  }
  rows <- do.call(rbind, lapply(names(fits), function(name) {
    fit <- fits[[name]]
    q <- quantile(fit, 0.5)
    compared <- name != "none" && !is.null(fits$none)
    horizon <- if (compared) min(reach(fit), reach(fits$none)) else reach(fit)
    mean <- mean_to(fit, horizon)
    difference <- rep(NA, 3)
    if (compared) {
      none <- mean_to(fits$none, horizon)
      difference <- mean[1] - none[1] + c(0, -1, 1) * qnorm(0.975) * sqrt(mean[2]^2 + none[2]^2)
    }
    test <- tryCatch(survdiff(Surv(time, event) ~ (group == name), still), error = function(e) NULL)
    data.frame(stratum, landmark_days = landmark, combination = name, episodes = sum(fit$n), recovered = sum(fit$n.event),
      median_days = q$quantile[[1]], median_lower = q$lower[[1]], median_upper = q$upper[[1]],
      rmst_days = mean[1], rmst_se = mean[2], rmst_difference = difference[1], rmst_difference_lower = difference[2],
      rmst_difference_upper = difference[3], logrank_p = if (is.null(test)) NA else p_of(test)$p_value)
  }))
  rows$logrank_p_holm <- p.adjust(rows$logrank_p, "holm")
  rows
}

# one row for each interval with the same treatments; what begins on a day acts from the next
exposed <- function(episodes) do.call(rbind, lapply(seq_len(nrow(episodes)), function(i) {
  one <- episodes[i, ]
  # day 0 is a day as any other, so intervals begin half a day before it
  starts <- unlist(one[tags])
  cuts <- sort(unique(starts[starts > 0 & starts < one$day]))
  from <- c(-0.5, cuts + 0.25)
  to <- c(cuts + 0.25, one$day)
  data.frame(from, to, event = c(rep(0, length(cuts)), one$event), stratum = one$stratum, site = one$site,
    lapply(setNames(tags, tags), function(tag) as.numeric(starts[[tag]] == 0 | starts[[tag]] < from)))
}))

hazards <- function(rows, formula, stratum) {
  fit <- coxph(formula, rows, ties = "efron", control = coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 60))
  found <- summary(fit)
  data.frame(stratum, tag = rownames(found$coefficients), hazard_ratio = found$coefficients[, "exp(coef)"],
    hr_lower = found$conf.int[, "lower .95"], hr_upper = found$conf.int[, "upper .95"],
    p_value = found$coefficients[, "Pr(>|z|)"], row.names = NULL)
}

expected <- function() {
  episodes <- read_log()
  strata <- sort(unique(episodes$stratum))
  landmarks <- c(7, 14, 28)
  within <- do.call(rbind, lapply(strata, function(stratum) do.call(rbind, lapply(landmarks, function(landmark)
    figures_at(episodes[episodes$stratum == stratum, ], landmark, stratum)))))
  tests <- do.call(rbind, lapply(c(0, landmarks), function(landmark) {
    still <- if (landmark == 0) transform(episodes, time = day, group = combination(episodes, episodes$day))
      else at_landmark(episodes, landmark)
    data.frame(analysis = if (landmark == 0) "as-used" else "landmark", case_class = "ALL", landmark_days = landmark,
      p_of(survdiff(Surv(time, event) ~ group + strata(stratum), still)))
  }))
  rows <- exposed(episodes)
  with_strata <- Surv(from, to, event) ~ cold + massage + nsaid + strata(stratum)
  without <- Surv(from, to, event) ~ cold + massage + nsaid
  cox <- rbind(hazards(rows, with_strata, "all"), do.call(rbind, lapply(strata, function(stratum)
    hazards(rows[rows$stratum == stratum, ], without, stratum))))
  list(landmark = within, tests = tests, cox = cox)
}

if (!compare) {
  write_log(if (length(args) > 0) as.integer(args[1]) else 20260301, if (length(args) > 1) as.integer(args[2]) else 400)
  tables <- expected()
  for (name in names(tables)) {
    table <- tables[[name]]
    for (column in names(table)) if (is.double(table[[column]])) {
      table[[column]] <- ifelse(is.na(table[[column]]), "", sprintf("%.15g", table[[column]]))
    }
    write.csv(table, paste0("expected-", name, ".csv"), row.names = FALSE, quote = FALSE, na = "", eol = "\n")
  }
} else {
  report <- function(file) read.csv(file.path(args[1], file), check.names = FALSE)
  tables <- expected()
  all_tags <- report("recovery-by-treatment.csv")
  published <- list(landmark = report("strata/landmark-by-combination.csv"), tests = report("strata/stratified-tests.csv"),
    cox = rbind(data.frame(stratum = "all", all_tags), report("strata/recovery-by-treatment.csv")))
  keys <- list(landmark = c("stratum", "landmark_days", "combination"), tests = c("analysis", "case_class", "landmark_days"),
    cox = c("stratum", "tag"))
  largest <- 0
  for (name in names(tables)) {
    both <- merge(tables[[name]], published[[name]], by = keys[[name]], suffixes = c(".r", ".ours"))
    if (nrow(both) != nrow(tables[[name]])) stop(name, ": rows are missing")
    for (column in setdiff(names(tables[[name]]), keys[[name]])) {
      r <- both[[paste0(column, ".r")]]; ours <- both[[paste0(column, ".ours")]]
      scale <- if (grepl("difference", column)) 1 else 1e-6
      difference <- ifelse(is.na(r) & is.na(ours), 0, abs(r - ours) / pmax(abs(r), abs(ours), scale))
      difference[is.na(difference)] <- Inf
      if (max(difference) > 1e-9) cat(name, column, "differs:", max(difference), "\n")
      largest <- max(largest, difference)
    }
  }
  cat("largest relative difference", format(largest), "\n")
}
