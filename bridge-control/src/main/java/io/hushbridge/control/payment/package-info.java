/// PCI Pal: token, launch, link, callbacks, and what every payment came to.
@NullMarked
package io.hushbridge.control.payment;

import org.jspecify.annotations.NullMarked;
