/// Models from the net: listed, fetched, resumed and verified, and never half.
@NullMarked
package clipscope.zoo.download;

import org.jspecify.annotations.NullMarked;
