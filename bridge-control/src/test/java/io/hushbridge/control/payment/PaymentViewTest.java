package io.hushbridge.control.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.control.call.Ask;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Receipt;
import io.hushbridge.control.call.Secret;
import io.hushbridge.control.call.TripOutcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentViewTest {

  private static PaymentView view(TripOutcome outcome) {
    Ask ask = new Ask(5000, "USD", "INV-7", "default", Optional.of(new Secret<>("evt-secret")));
    return PaymentView.of(new Payment(new PaymentId("p-1"), "c-1", ask, Optional.of(outcome)));
  }

  @Test
  void aRetryIsAdvisedOnlyWhereNobodyWasCharged() {
    assertThat(view(new TripOutcome.Declined("funds")).retry()).isTrue();
    assertThat(view(new TripOutcome.Cancelled()).retry()).isTrue();
    assertThat(view(new TripOutcome.Unreachable("line")).retry()).isTrue();
    assertThat(view(new TripOutcome.Refused("recorder")).retry()).isTrue();
    assertThat(view(new TripOutcome.Unknown("no callback")).retry()).isFalse();
    assertThat(view(new TripOutcome.Paid(Receipt.NONE)).retry()).isFalse();
  }

  @Test
  void anUnknownPaymentIsStillBeingConfirmed() {
    assertThat(view(new TripOutcome.Unknown("no callback")).advice())
        .contains("still being confirmed", "do not charge again");
  }

  @Test
  void aPaidOneNamesItsCard() {
    PaymentView paid = view(new TripOutcome.Paid(new Receipt("Visa", "4242", "A1")));

    assertThat(paid.advice()).contains("fifty US dollars", "Visa card ending in 4242");
    assertThat(view(new TripOutcome.Paid(new Receipt("", "4242", ""))).advice())
        .contains("on the card ending in 4242");
  }

  @Test
  void whereTheResultGoesIsNotTold() {
    assertThat(view(new TripOutcome.Cancelled()).toString()).doesNotContain("evt-secret");
  }
}
