package io.hushbridge.sim;

import io.hushbridge.sim.phone.Flow;
import io.hushbridge.sim.phone.Phone;
import io.hushbridge.sim.phone.Sdp;
import io.hushbridge.sip.SipBody;
import java.util.List;

/// A phone and its side of the offers and answers of one call. Any thread.
final class Connection implements AutoCloseable {
  private final Phone phone;
  private Sdp ours;
  private int version;

  Connection(Phone phone) {
    this.phone = phone;
    this.ours = Sdp.offer(phone.local(), Flow.SENDRECV);
  }

  Phone phone() {
    return phone;
  }

  synchronized SipBody offer(Flow flow) {
    ours = ours.turned(flow);
    return described();
  }

  /// The bridge has answered our offer.
  synchronized void accepted(SipBody answer) {
    Sdp.Stream theirs = Sdp.read(answer.content()).first();
    phone.speaksTo(theirs, ours.first().flow());
  }

  /// Takes the bridge's offer.
  ///
  /// @return the answer
  synchronized SipBody answer(Sdp.Stream theirs, Flow flow) {
    ours = new Sdp(List.of(theirs.answered(phone.local(), flow)));
    phone.speaksTo(theirs, flow);
    return described();
  }

  private SipBody described() {
    version++;
    return SipBody.sdp(ours.text(version));
  }

  @Override
  public void close() {
    phone.close();
  }
}
