/**
 * The pages for people. {@link org.recoveryreport.publish.page.HtmlReport} is the report,
 * {@link org.recoveryreport.publish.page.IndexPage} lists the runs.
 */
@NullMarked
package org.recoveryreport.publish.page;

import org.jspecify.annotations.NullMarked;
