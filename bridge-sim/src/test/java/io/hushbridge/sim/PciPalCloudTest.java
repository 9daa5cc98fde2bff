package io.hushbridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PciPalCloudTest {
  private final Secrets secrets = Secrets.rehearsed();
  private Merchant merchant;
  private PciPalCloud cloud;

  @BeforeEach
  void open() throws Exception {
    Places places = FreePorts.places();
    merchant = new Merchant(places, secrets);
    cloud =
        new PciPalCloud(places, secrets, Conduct.orderly(1), new Story("pci pal", moment -> {}));
  }

  @AfterEach
  void close() {
    cloud.close();
    merchant.close();
  }

  @Test
  void aWrongSecretGetsNoToken() throws Exception {
    assertThat(merchant.askToken("wrong").statusCode()).isEqualTo(400);
    assertThat(cloud.tokens()).isZero();
  }

  @Test
  void aLaunchWritesItsNamesEitherWay() throws Exception {
    String token = merchant.token();
    assertThat(launch(token, "{\"FlowId\":1,\"InitialValues\":%s}")).isEqualTo(200);
    assertThat(launch(token, "{\"flowId\":\"1\",\"initialValues\":%s}")).isEqualTo(200);
    assertThat(cloud.sessions()).isEqualTo(2);
  }

  @Test
  void anUnknownFlowIsRefused() throws Exception {
    assertThat(launch(merchant.token(), "{\"FlowId\":2,\"InitialValues\":%s}")).isEqualTo(400);
  }

  @Test
  void aRevokedTokenOpensNothing() throws Exception {
    String token = merchant.token();
    cloud.revokesTokens();
    assertThat(launch(token, "{\"FlowId\":1,\"InitialValues\":%s}")).isEqualTo(401);
    assertThat(launch(merchant.token(), "{\"FlowId\":1,\"InitialValues\":%s}")).isEqualTo(200);
  }

  private int launch(String token, String body) throws Exception {
    return merchant.launch(token, body).statusCode();
  }
}
