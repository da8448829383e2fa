/**
 * An attacker who has nothing but what a run publishes, and knows the contract: {@link org.recoveryreport.attack.Attack}.
 * Shares no code with the application, so that a mistake there is not made again here.
 */
@NullMarked
package org.recoveryreport.attack;

import org.jspecify.annotations.NullMarked;
