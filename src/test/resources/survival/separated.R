# Makes the cases of CoxModelTest in which some coefficients have no finite estimate. R 4.2.2, survival 3.5-3.
#   Rscript separated.R [seed]        writes separated-*.csv into the current folder
# R goes on until hardly anything is gained: a coefficient with an error above 100 has run away and is left blank, the others
# are as near to their limit as R comes. Rows and exposures are those of cox.R.
library(survival)
args <- commandArgs(TRUE)
set.seed(if (length(args) > 0) as.integer(args[1]) else 20260203)

out <- function(table, name) {
  for (column in names(table)) if (is.double(table[[column]])) {
    table[[column]] <- ifelse(is.na(table[[column]]), "", sprintf("%.17g", table[[column]]))
  }
  write.csv(table, paste0("separated-", name, ".csv"), row.names = FALSE, quote = FALSE, na = "", eol = "\n")
}

source("stretches.R")

# who cannot have the event, by exposures at the end
cases <- list(
  "one never recovers" = function(x) x[, 1],
  "only the exposed recover" = function(x) !x[, 2],
  "only with the one and without the other" = function(x) !(x[, 1] & !x[, 2]),
  "never with both" = function(x) x[, 1] & x[, 2],
  "never with either of two nor without a third" = function(x) x[, 1] | x[, 2] | !x[, 3],
  "never with the one unless with the other" = function(x) x[, 1] & !x[, 2],
  "never with neither of two which nobody has together" = function(x) !(x[, 1] | x[, 2]),
  "none but where all agree" = function(x) !(x[, 1] == x[, 2] & x[, 2] == x[, 3]))

fitted <- rows <- NULL
for (case in names(cases)) for (late in c("at onset", "late")) {
  n <- 120
  k <- 4
  starts <- matrix(ifelse(runif(n * k) < 0.5, Inf, if (late == "late") pmax(0, floor(rexp(n * k, 0.3) - 1)) else 0), n)
  if (grepl("nobody has together", case)) starts[is.finite(starts[, 1]), 2] <- Inf
  day <- floor(rexp(n, 0.1) * exp(0.7 * (starts[, 4] < 2)))
  end <- sample(0:40, n, TRUE)
  last <- pmin(day, end)
  exposed <- starts == 0 | starts < last
  event <- day <= end & !cases[[case]](exposed)
  d <- stretches(last, 1 * event, starts, sample(1:2, n, TRUE))
  covariates <- paste0("X", 1:k)
  for (stratified in c("no", "yes")) {
    terms <- c(covariates, if (stratified == "yes") "strata(stratum)")
    formula <- as.formula(paste("Surv(from - 1, through, event) ~", paste(terms, collapse = " + ")))
    fit <- suppressWarnings(coxph(formula, d, ties = "efron",
      control = coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 100)))
    b <- coef(fit)
    se <- sqrt(diag(as.matrix(fit$var)))
    away <- is.na(b) | se > 100
    b[away] <- se[away] <- NA
    fitted <- rbind(fitted, data.frame(case = paste(case, late), stratified, covariate = 0:(k - 1),
      coefficient = as.double(b), error = se, hazard_ratio = as.double(exp(b)), p = 2 * pnorm(-abs(b / se)),
      loglik = fit$loglik[2], loglik_null = fit$loglik[1], row.names = NULL))
  }
  d$pattern <- as.integer(as.matrix(d[covariates]) %*% 2^(0:(k - 1)))
  tally <- aggregate(cbind(subjects = 1, events = event) ~ from + through + pattern + stratum, d, sum)
  rows <- rbind(rows, data.frame(case = paste(case, late), lapply(tally, as.integer)))
}
out(rows, "rows"); out(fitted, "fitted")
