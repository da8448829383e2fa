# Makes the cases of CoxModelTest. R 4.2.2, survival 3.5-3.
#   Rscript cox.R [cases] [seed]      writes cox-*.csv into the current folder
# An exposure that begins on day s acts from day s + 1; one that begins on day 0 from day 0. Rows are (from - 1, through].
library(survival)
args <- commandArgs(TRUE)
cases <- if (length(args) > 0) as.integer(args[1]) else 6
set.seed(if (length(args) > 1) as.integer(args[2]) else 20260102)

out <- function(table, name) {
  for (column in names(table)) if (is.double(table[[column]])) {
    table[[column]] <- ifelse(is.na(table[[column]]), "", sprintf("%.17g", table[[column]]))
  }
  write.csv(table, paste0("cox-", name, ".csv"), row.names = FALSE, quote = FALSE, na = "", eol = "\n")
}

source("stretches.R")

fitted <- zph <- rows <- NULL
for (case in seq_len(cases + 1)) { # the last one has thousands of ties a day
  n <- if (case > cases) 12000 else sample(c(40, 80, 150), 1)
  k <- sample(1:4, 1)
  span <- if (case > cases) 1.5 else sample(c(6, 20, 60), 1)
  starts <- matrix(ifelse(runif(n * k) < 0.5, Inf, pmax(0, floor(rexp(n * k, 3 / span) - 1))), n)
  day <- floor(rexp(n, 1 / span) * exp(0.7 * (starts[, 1] < 2)))
  end <- sample(0:(3 * span), n, TRUE)
  d <- stretches(pmin(day, end), 1 * (day <= end), starts, sample(1:2, n, TRUE))
  covariates <- paste0("X", 1:k)
  if (k == 1) names(d)[5] <- "X1"
  for (stratified in c("no", "yes")) {
    terms <- c(covariates, if (stratified == "yes") "strata(stratum)")
    formula <- as.formula(paste("Surv(from - 1, through, event) ~", paste(terms, collapse = " + ")))
    fit <- try(coxph(formula, d, ties = "efron", control = coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 50)), silent = TRUE)
    se <- sqrt(diag(as.matrix(fit$var)))
    if (anyNA(coef(fit)) || any(se > 3)) next
    fitted <- rbind(fitted, data.frame(case, stratified, covariate = 0:(k - 1), coefficient = as.double(coef(fit)),
      error = se, hazard_ratio = as.double(exp(coef(fit))), p = 2 * pnorm(-abs(coef(fit) / se)),
      loglik = fit$loglik[2], loglik_null = fit$loglik[1]))
    for (transform in c("km", "identity")) {
      z <- cox.zph(fit, transform = transform)$table
      zph <- rbind(zph, data.frame(case, stratified, transform, covariate = c(0:(k - 1), "all"),
        chi_squared = z[, "chisq"], df = as.integer(z[, "df"]), p = z[, "p"]))
    }
  }
  d$pattern <- as.integer(as.matrix(d[covariates]) %*% 2^(0:(k - 1)))
  tally <- aggregate(cbind(subjects = 1, events = event) ~ from + through + pattern + stratum, d, sum)
  rows <- rbind(rows, data.frame(case, lapply(tally, as.integer)))
}
out(rows, "rows"); out(fitted, "fitted"); out(zph, "proportional")
