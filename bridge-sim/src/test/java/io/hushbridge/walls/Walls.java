package io.hushbridge.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveRawType;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.time.Instant;

/// The walls of the house, each with its reason. A package is meant by the end of its name, so that
/// the classes in this test's own packages can break every one of them.
@SuppressWarnings("ImmutableEnumChecker") // a rule never changes, it is only not annotated so
enum Walls {
  SIGNALLING_KNOWS_NOTHING_OF_US(
      noClasses()
          .that()
          .resideInAPackage("io.hushbridge..sip")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.hushbridge..media..", "io.hushbridge..control..", "io.hushbridge..sim..")
          .because("signalling and audio do not meet: only control knows both")),

  AUDIO_KNOWS_NOTHING_OF_US(
      noClasses()
          .that()
          .resideInAPackage("io.hushbridge..media..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.hushbridge..sip", "io.hushbridge..control..", "io.hushbridge..sim..")
          .because("audio knows nothing of calls: a scene reaches it as a wiring")),

  NOTHING_STANDS_ON_THE_SIMULATORS(
      noClasses()
          .that()
          .resideOutsideOfPackage("io.hushbridge..sim..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.hushbridge..sim..")
          .because("no fake payment line may ever be on a production class path")),

  JAIN_SIP_ENDS_IN_SIP(
      noClasses()
          .that()
          .resideOutsideOfPackage("io.hushbridge..sip")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.sip..", "gov.nist..")
          .because("its traps are worked around in one place")),

  NETTY_ENDS_IN_MEDIA(
      noClasses()
          .that()
          .resideOutsideOfPackage("io.hushbridge..media..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..")
          .because("a buffer that leaves media has no owner")),

  THE_FLOW_KNOWS_NO_SIBLING(
      noClasses()
          .that()
          .resideInAPackage("io.hushbridge..control.call")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.hushbridge..control..")
                  .and(resideOutsideOfPackage("io.hushbridge..control.call")))
          .because("control.call owns the interfaces it needs; its siblings implement them")),

  NO_PACKAGE_NEEDS_ITSELF_ROUND_A_CORNER(
      slices()
          .matching("io.hushbridge.(**)")
          .should()
          .beFreeOfCycles()
          .because("what needs each other belongs in one package")),

  FLOWS_NEVER_ASK_THE_CLOCK(
      noClasses()
          .that()
          .resideInAPackage("io.hushbridge..control.call")
          .and()
          .doNotHaveSimpleName("LiveInbox")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", Duration.class)
          .because("a flow waits only in its inbox; otherwise it cannot be rehearsed")),

  CONTROL_READS_NO_KEYS(
      noClasses()
          .that()
          .resideInAPackage("io.hushbridge..control..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.hushbridge..media.dtmf").and(not(simpleName("KeyTiming"))))
          .because("media says that a key was pressed, never which: control cannot leak a card")),

  A_KEY_HEARD_IS_NO_KEY_READ(
      fields()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleName("KeyHeard")
          .should(haveRawType(simpleName("Role").or(simpleName("PortName")).or(simpleName("long"))))
          .because(
              "that a key was pressed leaves media, and how many were; which one it was does not")),

  CONTROL_OPENS_NO_SOCKET(
      noClasses()
          .that()
          .resideInAPackage("io.hushbridge..control..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(DatagramSocket.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Socket.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ServerSocket.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(NetworkChannel.class)
          .because("SIP is spoken by sip, RTP by media, and HTTP by its libraries"));

  final ArchRule rule;

  Walls(ArchRule rule) {
    this.rule = rule;
  }
}
