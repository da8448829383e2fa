# one row per stretch of constant exposure of each subject
stretches <- function(days, events, starts, strata) do.call(rbind, lapply(seq_along(days), function(i) {
  s <- starts[i, ]
  from <- sort(unique(c(0, (s + 1)[s > 0 & s < days[i]])))
  through <- c(from[-1] - 1, days[i])
  x <- t(sapply(from, function(f) as.integer(s == 0 | s < f)))
  if (ncol(starts) == 1) x <- t(x)
  data.frame(from, through, event = as.integer(seq_along(from) == length(from)) * events[i], stratum = strata[i], x)
}))
