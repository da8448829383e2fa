/** Turns curves and intervals into SVG. */
@NullMarked
package org.recoveryreport.publish.plot;

import org.jspecify.annotations.NullMarked;
