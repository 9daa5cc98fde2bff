package io.hushbridge.control.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.sip.SipBody;
import org.junit.jupiter.api.Test;

class MultipartTest {
  private static final String SDP = "v=0\r\ns=-\r\nt=0 0\r\n";

  @Test
  void theDescriptionComesBackAsItWasPutIn() {
    SipBody body = Multipart.of("hush-1", SDP, "<recording/>");

    assertThat(Multipart.sdpIn(body)).contains(SDP + "\r\n");
    assertThat(body.content())
        .isEqualTo(
            """
            --hush-1
            Content-Type: application/sdp

            v=0
            s=-
            t=0 0

            --hush-1
            Content-Type: application/rs-metadata+xml
            Content-Disposition: recording-session

            <recording/>
            --hush-1--
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void aDescriptionAloneIsFoundWhateverItsCaseAndParameters() {
    assertThat(Multipart.sdpIn(new SipBody("Application/SDP;charset=utf-8", SDP))).contains(SDP);
  }

  @Test
  void aDescriptionIsFoundBehindOtherParts() {
    SipBody body =
        new SipBody(
            "multipart/mixed; boundary=\"a b\"",
            "--a b\nContent-Type: application/rs-metadata-request\n\nx\n"
                + "--a b\ncontent-type : application/sdp\n\n"
                + SDP
                + "\n--a b--");

    assertThat(Multipart.sdpIn(body)).hasValueSatisfying(sdp -> assertThat(sdp).startsWith("v=0"));
  }

  @Test
  void whatHasNoDescriptionHasNone() {
    assertThat(Multipart.sdpIn(new SipBody("", ""))).isEmpty();
    assertThat(Multipart.sdpIn(new SipBody("text/plain", SDP))).isEmpty();
    assertThat(Multipart.sdpIn(new SipBody("multipart/mixed", SDP))).isEmpty();
    assertThat(Multipart.sdpIn(new SipBody("multipart/mixed;boundary=b", "--b\r\n\r\n--b--")))
        .isEmpty();
  }
}
