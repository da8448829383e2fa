# Makes the cases of KaplanMeierTest and LogRankTest. R 4.2.2, survival 3.5-3.
#   Rscript curves.R [cases] [seed]      writes curves-*.csv into the current folder
library(survival)
args <- commandArgs(TRUE)
cases <- if (length(args) > 0) as.integer(args[1]) else 8
set.seed(if (length(args) > 1) as.integer(args[2]) else 20260101)
types <- c("log-log", "log", "plain")

out <- function(table, name) {
  for (column in names(table)) if (is.double(table[[column]])) {
    table[[column]] <- ifelse(is.na(table[[column]]), "", sprintf("%.17g", table[[column]]))
  }
  write.csv(table, paste0("curves-", name, ".csv"), row.names = FALSE, quote = FALSE, na = "", eol = "\n")
}
one <- function(time, event, group = 1, stratum = 1) data.frame(time, event, group, stratum)

fixed <- list(
  `no event` = one(c(3, 4, 4, 9), 0),
  `all on one day` = one(rep(5, 6), 1, c(1, 1, 1, 2, 2, 2)),
  `all on day 0` = one(rep(0, 4), c(1, 1, 0, 1)),
  `day 0 and later` = one(c(0, 0, 0, 3, 5, 5), c(1, 0, 1, 1, 0, 1), c(1, 1, 2, 2, 1, 2)),
  `one event` = one(7, 1),
  `one censored` = one(7, 0),
  `event and censoring tie` = one(c(2, 2, 2, 6, 6), c(1, 0, 0, 1, 0), c(1, 2, 1, 2, 1)),
  `plateau at every quartile` = one(c(1, 3, 5, 8), 1, c(1, 2, 1, 2)),
  `plateau at one half by thirds` = one(c(1, 2, 4, 6, 7, 9), 1, c(1, 1, 2, 2, 1, 2)),
  `ends flat at one half` = one(c(1, 2, 9, 12), c(1, 1, 0, 0), c(1, 2, 1, 2)),
  `ends flat at one quarter` = one(c(1, 2, 3, 4, 4, 5, 9, 12), c(1, 1, 1, 1, 1, 1, 0, 0), c(1, 2)),
  `last one censored` = one(c(2, 4, 5, 8, 11), c(1, 0, 1, 1, 0), c(1, 1, 2, 2, 2)),
  `upper end rises again` = one(c(1, 1, 2, 3, 30, 31, 32, 33), c(0, 0, 0, 0, 1, 1, 1, 1), c(1, 2)),
  `a group gone before the first event` = one(c(1, 1, 3, 4, 5, 6), c(0, 0, 1, 1, 1, 0), c(1, 1, 2, 3, 2, 3)))
drawn <- lapply(seq_len(cases), function(i) {
  n <- sample(c(5, 20, 60, 150), 1)
  group <- sample(1:sample(2:5, 1), n, TRUE)
  stratum <- sample(1:3, n, TRUE)
  days <- sample(c(4, 15, 60), 1)
  event <- floor(rexp(n, 1 / days) * (1 + 0.4 * (group == 2)))
  end <- if (i %% 4 == 0) rep(Inf, n) else sample(0:(3 * days), n, TRUE)
  one(pmin(event, end), 1 * (event <= end), group, stratum)
})
names(drawn) <- if (cases > 0) paste("drawn", seq_len(cases))
all <- c(fixed, drawn)

counts <- curves <- quantiles <- means <- tests <- rests <- NULL
for (name in names(all)) {
  d <- all[[name]]
  tally <- aggregate(cbind(events = event, censored = 1 - event) ~ time + group + stratum, d, sum)
  counts <- rbind(counts, data.frame(case = name, stratum = as.integer(tally$stratum), group = as.integer(tally$group),
    day = as.integer(tally$time), events = as.integer(tally$events), censored = as.integer(tally$censored)))
  for (type in types) for (confidence in c(0.9, 0.95, 0.99)) {
    fit <- survfit(Surv(time, event) ~ 1, d, conf.type = type, conf.int = confidence)
    if (confidence == 0.95) curves <- rbind(curves, data.frame(case = name, type, day = as.integer(fit$time),
      at_risk = as.integer(fit$n.risk), events = as.integer(fit$n.event), censored = as.integer(fit$n.censor),
      survival = fit$surv, lower = as.double(fit$lower), upper = as.double(fit$upper)))
    p <- c(0.1, 0.25, 0.5, 0.75, 0.9)
    q <- quantile(fit, p)
    quantiles <- rbind(quantiles, data.frame(case = name, type, confidence = as.character(confidence), p = as.character(p),
      estimate = as.double(q$quantile), lower = as.double(q$lower), upper = as.double(q$upper)))
  }
  for (horizon in c(3, 10, 40, 84)) {
    fit <- survfit(Surv(time, event) ~ 1, d)
    used <- if (min(fit$surv) > 0) min(horizon, max(d$time)) else horizon
    if (used >= min(d$time)) {
      row <- summary(fit, rmean = used)$table
      means <- rbind(means, data.frame(case = name, horizon, used, mean = row[["rmean"]], error = row[["se(rmean)"]]))
    }
  }
  try({
    t <- survdiff(Surv(time, event) ~ group, d)
    df <- sum(t$exp > 0) - 1
    if (df > 0) tests <- rbind(tests, data.frame(case = name, stratified = "no", groups = length(unique(d$group)),
      chi_squared = t$chisq, df, p = pchisq(t$chisq, df, lower.tail = FALSE)))
    t <- survdiff(Surv(time, event) ~ group + strata(stratum), d)
    df <- sum(rowSums(as.matrix(t$exp)) > 0) - 1
    if (df > 0) tests <- rbind(tests, data.frame(case = name, stratified = "yes", groups = length(unique(d$group)),
      chi_squared = t$chisq, df, p = pchisq(t$chisq, df, lower.tail = FALSE)))
  }, silent = TRUE)
  for (g in unique(d$group)) try({
    t <- survdiff(Surv(time, event) ~ (group == g), d)
    if (all(t$exp > 0)) rests <- rbind(rests, data.frame(case = name, group = as.integer(g), chi_squared = t$chisq,
      p = pchisq(t$chisq, 1, lower.tail = FALSE)))
  }, silent = TRUE)
}
out(counts, "counts"); out(curves, "steps"); out(quantiles, "quantiles"); out(means, "means")
out(tests, "tests"); out(rests, "rests")
