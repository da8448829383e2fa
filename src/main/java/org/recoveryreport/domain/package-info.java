/**
 * What the product is about, in plain Java: no I/O, logging, clock, default locale, randomness or threads. Whatever it
 * needs is passed in, whatever it found it returns; so the same code serves a batch chunk, a server and a cluster.
 */
@NullMarked
package org.recoveryreport.domain;

import org.jspecify.annotations.NullMarked;
