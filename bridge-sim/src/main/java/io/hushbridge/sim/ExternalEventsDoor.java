package io.hushbridge.sim;

import io.hushbridge.sim.Http.Reply;
import io.hushbridge.sim.Http.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// PolyAI's External Events webhook: takes JSON about an event id that the agent has minted. Any
/// thread.
final class ExternalEventsDoor implements AutoCloseable {
  static final String PATH = "/v1/external-events/webhook";

  private final Watch watch = new Watch();
  private final List<String> events = new ArrayList<>();
  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final AtomicInteger minted = new AtomicInteger();
  private final AtomicInteger awaited = new AtomicInteger();
  private final Secrets secrets;
  private final Story story;
  private final Http http;

  ExternalEventsDoor(Places places, Secrets secrets, Story story) throws IOException {
    this.secrets = secrets;
    this.story = story;
    this.http = Http.open(places.host(), places.events(), Map.of(PATH, this::event));
  }

  /// A new event id, good for as many events as come.
  String mint() {
    String id = "evt-" + minted.incrementAndGet();
    ids.add(id);
    return id;
  }

  private Reply event(Request request) {
    if (!secrets.eventsKey().equals(request.header("X-Api-Key"))) {
      return Reply.error(401, "unknown key");
    }
    if (!isAboutUs(request.query())) {
      return Reply.error(400, "unknown event id location, account or project");
    }
    try {
      JsonNode payload = Http.JSON.readTree(request.body());
      String id = payload.path(request.query().getOrDefault("event_id_path", "")).asString("");
      if (!ids.contains(id)) {
        return Reply.error(400, "unknown event id");
      }
      story.tell("is told by External Event: " + payload.path("state").asString(""));
      watch.change(() -> events.add(request.body()));
      return Reply.json(201, Map.of("status", "accepted"));
    } catch (JacksonException unreadable) {
      return Reply.error(400, "unreadable payload");
    }
  }

  private boolean isAboutUs(Map<String, String> query) {
    return "payload".equals(query.get("event_id_location"))
        && secrets.accountId().equals(query.get("account_id"))
        && secrets.projectId().equals(query.get("project_id"));
  }

  /// Waits for an event beyond those awaited before.
  String await(Duration limit) {
    int place = awaited.getAndIncrement();
    watch.await("an External Event comes", limit, () -> events.size() > place);
    return watch.read(() -> events.get(place));
  }

  List<String> events() {
    return watch.read(() -> List.copyOf(events));
  }

  @Override
  public void close() {
    http.close();
  }
}
