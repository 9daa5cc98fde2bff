package io.hushbridge.media;

import io.hushbridge.media.dtmf.KeyTiming;
import io.hushbridge.media.dtmf.TelephoneEvent;
import io.hushbridge.media.rtp.Prompt;
import io.hushbridge.media.sdp.Stream;
import java.net.InetSocketAddress;
import java.util.Objects;

/// A port whose two halves live on the call's loop; each method hands the loop a task.
final class LoopPort implements MediaPort {
  private final PortName name;
  private final LoopCall call;
  private final PortPair sockets;
  private final InetSocketAddress local;
  private final Ingress ingress;
  private final Egress egress;

  LoopPort(PortName name, LoopCall call, PortPair sockets, Ingress ingress, Egress egress) {
    this.name = name;
    this.call = call;
    this.sockets = sockets;
    this.local = sockets.local();
    this.ingress = ingress;
    this.egress = egress;
  }

  @Override
  public PortName name() {
    return name;
  }

  @Override
  public InetSocketAddress local() {
    return local;
  }

  @Override
  public void connect(Stream agreed) {
    call.loop()
        .settle(
            () -> {
              ingress.connect(agreed, System.nanoTime());
              egress.connect(agreed);
            });
  }

  @Override
  public void press(int event) {
    Objects.checkIndex(event, 16);
    call.loop().later(() -> ingress.pressed(event, System.nanoTime()));
  }

  @Override
  public void sendKeys(String keys, KeyTiming timing) {
    keys.chars().forEach(key -> TelephoneEvent.eventOf((char) key));
    call.loop().later(() -> egress.sendKeys(new KeyRun(keys, timing, true)));
  }

  @Override
  public void play(Prompt prompt) {
    call.loop().later(() -> egress.play(prompt));
  }

  @Override
  public void stopPrompt() {
    call.loop().later(egress::stopPrompt);
  }

  @Override
  public void close() {
    call.close(this);
  }

  Ingress ingress() {
    return ingress;
  }

  Egress egress() {
    return egress;
  }

  PortPair sockets() {
    return sockets;
  }
}
