/// The last net under the logs: nothing here should ever find anything, because no card digit
/// enters this program's text. Named in `logback.xml`; used by nobody else.
@NullMarked
package io.hushbridge.control.log;

import org.jspecify.annotations.NullMarked;
