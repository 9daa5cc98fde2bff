package io.hushbridge.control.call;

import java.util.function.Consumer;

/// Makes the doors of one call; its legs, ports and recorders put what happens into `inbox`.
@FunctionalInterface
public interface CallOpener {
  /// Opens them.
  ///
  /// @throws CallOver where the call cannot even begin; the caller has then been refused
  CallDoors open(Call call, Consumer<CallEvent> inbox) throws CallOver;
}
