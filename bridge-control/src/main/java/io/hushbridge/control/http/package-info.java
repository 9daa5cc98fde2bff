/// The JSON API and the callback door.
@NullMarked
package io.hushbridge.control.http;

import org.jspecify.annotations.NullMarked;
