/** Replaced databases, their profiles and journals stay this long. */
export const KEPT_DAYS = 7;
