/// How numbers are spread: percentiles, quantiles, mean and deviation.
@NullMarked
package clipscope.score.spread;

import org.jspecify.annotations.NullMarked;
