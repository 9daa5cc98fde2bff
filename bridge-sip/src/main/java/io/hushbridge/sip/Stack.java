package io.hushbridge.sip;

import gov.nist.javax.sip.EventScanner;
import gov.nist.javax.sip.EventWrapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TooManyListenersException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.ObjectInUseException;
import javax.sip.PeerUnavailableException;
import javax.sip.SipException;
import javax.sip.SipProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// JAIN SIP's stack, opened and closed. Any thread.
final class Stack {
  private static final Logger log = LoggerFactory.getLogger(Stack.class);
  private static final Duration BEGINNING = Duration.ofSeconds(1);

  private final NetworkStack stack;
  private final Traffic traffic;
  private final Map<String, Door> doors;

  private Stack(NetworkStack stack, Traffic traffic, Map<String, Door> doors) {
    this.stack = stack;
    this.traffic = traffic;
    this.doors = doors;
  }

  static Stack open(SipSettings settings, Exchange exchange, IncomingCalls calls)
      throws SipFailure {
    NetworkStack stack = make();
    Map<SipProvider, Door> byProvider = new ConcurrentHashMap<>();
    Map<String, Door> byName = new ConcurrentHashMap<>();
    Stack opened = new Stack(stack, new Traffic(exchange, byProvider, calls), byName);
    try {
      for (SipSettings.Listener listener : settings.listeners()) {
        Door door = bind(stack, listener, settings.userAgent());
        byProvider.put(door.provider(), door);
        byName.put(listener.name(), door);
      }
      opened.showMessagesTo(settings.trace());
      opened.listen();
      return opened;
    } catch (SipFailure e) {
      opened.close();
      throw e;
    }
  }

  private static NetworkStack make() throws SipFailure {
    try {
      return new NetworkStack(StackProperties.of());
    } catch (PeerUnavailableException e) {
      throw new SipFailure("sip: the stack does not start", e);
    }
  }

  private static Door bind(NetworkStack stack, SipSettings.Listener listener, String userAgent)
      throws SipFailure {
    int port = FreePort.checked(listener);
    try {
      ListeningPoint udp = stack.createListeningPoint(listener.host(), port, ListeningPoint.UDP);
      ListeningPoint tcp = stack.createListeningPoint(listener.host(), port, ListeningPoint.TCP);
      SipProvider provider = stack.createSipProvider(udp);
      provider.addListeningPoint(tcp);
      return new Door(listener, port, provider, userAgent);
    } catch (SipException | InvalidArgumentException e) {
      throw new SipFailure(
          "sip.listeners.%s: cannot listen on %s port %d; is another program using it?"
              .formatted(listener.name(), listener.host(), port),
          e);
    }
  }

  private void showMessagesTo(SipTrace trace) {
    Map<String, String> names = new HashMap<>();
    doors.forEach((name, door) -> names.put(door.listener().host() + ":" + door.port(), name));
    ((WireLog) stack.getServerLogger()).show(trace, names);
  }

  private void listen() throws SipFailure {
    try {
      for (Door door : doors.values()) {
        door.provider().addSipListener(traffic);
      }
      stack.start();
    } catch (SipException | TooManyListenersException e) {
      throw new SipFailure("sip: the stack does not start", e);
    }
  }

  Door door(String listener) {
    Door door = doors.get(listener);
    if (door == null) {
      throw new IllegalArgumentException(
          "sip.listeners: none is called %s, there are %s".formatted(listener, doors.keySet()));
    }
    return door;
  }

  void refuseCalls() {
    traffic.close();
  }

  /// Ends the stack's threads. Its event scanner is no daemon and sleeps on an empty queue, so it
  /// is told to stop and then woken.
  void close() {
    EventScanner scanner = stack.getEventScanner();
    try {
      for (Door door : doors.values()) {
        door.provider().removeSipListener(traffic);
      }
      for (ListeningPoint point : listeningPoints()) {
        delete(point);
      }
    } catch (ObjectInUseException e) {
      log.warn("a listening point stays open until the process ends", e);
    }
    stack.stop();
    if (scanner != null) {
      scanner.addEvent(new EventWrapper(new IOExceptionEvent(this, "", 0, "udp"), null));
    }
  }

  /// The stack fails to stop a listening point whose thread has not yet begun, as the thread makes
  /// what is to be stopped: it is given the time.
  private void delete(ListeningPoint point) throws ObjectInUseException {
    long deadlineNanos = System.nanoTime() + BEGINNING.toNanos();
    while (true) {
      try {
        stack.deleteListeningPoint(point);
        return;
      } catch (NullPointerException notBegun) {
        if (System.nanoTime() - deadlineNanos > 0) {
          throw notBegun;
        }
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
    }
  }

  /// All of them, also one whose door was never finished.
  private List<ListeningPoint> listeningPoints() {
    List<ListeningPoint> points = new ArrayList<>();
    for (var known = stack.getListeningPoints(); known.hasNext(); ) {
      points.add((ListeningPoint) known.next());
    }
    return points;
  }
}
