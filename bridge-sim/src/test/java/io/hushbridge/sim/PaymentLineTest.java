package io.hushbridge.sim;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A caller at the payment line, with nobody between.
class PaymentLineTest {
  private static final Duration PATIENCE = ofSeconds(15);

  private final List<Moment> moments = new CopyOnWriteArrayList<>();
  private final Secrets secrets = Secrets.rehearsed();
  private final Conduct orderly = Conduct.orderly(seed());
  @TempDir private Path recordings;
  private Places places;
  private Merchant merchant;
  private @Nullable FarEnds opened;

  @BeforeEach
  void open() throws Exception {
    places = FreePorts.places();
    merchant = new Merchant(places, secrets);
  }

  @AfterEach
  void close() {
    farEnds().close();
    merchant.close();
  }

  @Test
  void aGoodCardIsApprovedAndCalledBackAndNotToldOf() throws Exception {
    behave(orderly);
    String link = callsTheLine();
    farEnds().trunk().keys(link);
    farEnds().trunk().pays(Card.VISA, farEnds().line());
    Map<String, String> callback = merchant.callback(1);
    assertThat(callback)
        .containsEntry("transactionResult", "SUCCESS")
        .containsEntry("orderReference", "INV-7")
        .containsEntry("orderAmount", "5000")
        .containsEntry("orderCurrency", "USD")
        .containsEntry("cardLast4", "1111")
        .containsEntry("customData2", "VISA");
    farEnds().trunk().awaitEnd(PATIENCE);
    farEnds().line().awaitEnd(PATIENCE);
    assertThat(farEnds().line().keyed())
        .isEqualTo(link + Card.VISA.number() + "#" + Card.VISA.expiry() + Card.VISA.code());
    assertThat(farEnds().pciPal().callbackAnswers()).containsExactly(204);
    assertThat(farEnds().trunk().heard().audible()).isPositive();
    noMomentTells(Card.VISA);
  }

  @Test
  void theLinkIdMayComeByHeader() throws Exception {
    behave(orderly);
    String link = merchant.opensSession();
    farEnds().trunk().call(places.lineTarget(), Map.of(PaymentLine.LINK_HEADER, link));
    farEnds().trunk().pays(Card.AMEX, farEnds().line());
    assertThat(merchant.callback(1)).containsEntry("customData2", "AMEX");
  }

  @Test
  void aDeclinedCardMayBeFollowedByAGoodOne() throws Exception {
    behave(orderly.withTries(2));
    farEnds().trunk().keys(callsTheLine());
    farEnds().trunk().pays(Card.DECLINED, farEnds().line());
    assertThat(merchant.callback(1)).containsEntry("transactionResult", "DECLINE");
    farEnds().trunk().pays(Card.VISA, farEnds().line());
    assertThat(merchant.callback(2)).containsEntry("transactionResult", "SUCCESS");
  }

  @Test
  void aMistypedNumberIsAskedForAgainAndNobodyIsCalled() throws Exception {
    behave(orderly);
    farEnds().trunk().keys(callsTheLine());
    farEnds().line().awaitAsks(Field.CARD_NUMBER, PATIENCE);
    farEnds().trunk().keys(Card.MISTYPED.number() + "#");
    farEnds().line().awaitAsks(Field.CARD_NUMBER, PATIENCE);
    assertThat(merchant.callbacks()).isZero();
  }

  @Test
  void aStarCancels() throws Exception {
    behave(orderly);
    farEnds().trunk().keys(callsTheLine());
    farEnds().line().awaitAsks(Field.CARD_NUMBER, PATIENCE);
    farEnds().trunk().keys("41*");
    assertThat(merchant.callback(1)).containsEntry("transactionResult", "CANCELLED");
  }

  @Test
  void aLineToldToDropDropsInTheMiddleOfTheCard() throws Exception {
    behave(orderly.with(Fault.LINE_DROPS_MID_CARD));
    farEnds().trunk().keys(callsTheLine());
    farEnds().line().awaitAsks(Field.CARD_NUMBER, PATIENCE);
    assertThatThrownBy(() -> farEnds().trunk().keys(Card.VISA.number()))
        .isInstanceOf(FarEndFailure.class);
    farEnds().line().awaitEnd(PATIENCE);
    assertThat(merchant.callbacks()).isZero();
  }

  @Test
  void theCallbackMayComeAfterTheLineHasHungUp() throws Exception {
    behave(orderly.with(Fault.BYE_BEFORE_CALLBACK));
    farEnds().trunk().keys(callsTheLine());
    farEnds().trunk().pays(Card.VISA, farEnds().line());
    farEnds().trunk().awaitEnd(PATIENCE);
    assertThat(merchant.callbacks()).isZero();
    assertThat(merchant.callback(1)).containsEntry("transactionResult", "SUCCESS");
  }

  @Test
  void anUnknownLinkIdIsHungUpOn() throws Exception {
    behave(orderly);
    callsTheLine();
    CompletableFuture<Void> keyed = farEnds().trunk().beginsToKey("9999");
    farEnds().trunk().awaitEnd(PATIENCE);
    assertThat(keyed).isDone();
    assertThat(farEnds().line().answered()).isOne();
  }

  @Test
  void aSilentLineIsGivenUpByTheCallerWhoHangsUp() throws Exception {
    behave(orderly.with(Fault.LINE_NEVER_ANSWERS));
    CompletableFuture<Void> call =
        CompletableFuture.runAsync(() -> farEnds().trunk().call(places.lineTarget(), Map.of()));
    awaitMoment("hears it ring (180)");
    farEnds().trunk().hangsUp();
    assertThatThrownBy(() -> call.get(15, SECONDS)).hasCauseInstanceOf(FarEndFailure.class);
    farEnds().line().awaitEnd(PATIENCE);
    assertThat(farEnds().line().answered()).isZero();
  }

  private FarEnds farEnds() {
    if (opened == null) {
      throw new IllegalStateException("nobody was told how to behave");
    }
    return opened;
  }

  private void behave(Conduct conduct) throws Exception {
    opened = FarEnds.open(places, secrets, conduct, recordings, moments::add);
  }

  /// Opens a session, and calls the line.
  ///
  /// @return the session's LinkId
  private String callsTheLine() throws Exception {
    String link = merchant.opensSession();
    farEnds().trunk().call(places.lineTarget(), Map.of());
    return link;
  }

  private void awaitMoment(String what) throws InterruptedException {
    long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
    while (moments.stream().noneMatch(moment -> moment.what().equals(what))) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadlineNanos);
      Thread.sleep(ofMillis(5));
    }
  }

  private void noMomentTells(Card card) {
    assertThat(moments)
        .isNotEmpty()
        .extracting(Moment::what)
        .noneMatch(what -> what.contains(card.number()) || what.contains(card.code()));
  }

  private static long seed() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    return seed;
  }
}
