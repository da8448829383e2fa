/** What a treatment episode is: its dates, its ending; an impossible one cannot be built. */
@NullMarked
package org.recoveryreport.domain.episode;

import org.jspecify.annotations.NullMarked;
