package io.hushbridge.control.call;

import java.util.function.Consumer;

/// Makes the doors of one call; its legs, ports and recorders put what happens into `inbox`.
@FunctionalInterface
public interface CallOpener {
  CallDoors open(Call call, Consumer<CallEvent> inbox);
}
