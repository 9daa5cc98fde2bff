package io.hushbridge.control.payment;

import io.hushbridge.control.call.Word;

/// What a callback says, after its mapper has dropped everything else.
///
/// @param transaction the gateway's own id; empty where it gave none
record Callback(
    String reference, long amountMinor, String currency, Word word, String transaction) {}
