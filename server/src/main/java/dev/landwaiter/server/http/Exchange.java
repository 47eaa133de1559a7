package dev.landwaiter.server.http;

import dev.landwaiter.server.Answer;
import dev.landwaiter.server.Body;
import dev.landwaiter.server.Request;
import dev.landwaiter.server.Service;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// What happens between a request and its answer: limits, turns, metrics, and the end.
final class Exchange {
  private final Limits limits;
  private final Patience patience;
  private final List<Service> services;
  private final Optional<byte[]> token;
  private final HttpFrame.Trouble trouble;
  private final LongSupplier ticks;
  private final BodyReader bodies;
  private final Semaphore turns;
  private final Metrics metrics;
  private volatile boolean draining;

  /// What holds for all requests.
  record Frame(Limits limits, Optional<String> token, List<Service> services) {}

  Exchange(Frame frame, HttpFrame.Surroundings surroundings, Patience patience) {
    this.limits = frame.limits();
    this.patience = patience;
    this.token = frame.token().map(text -> ("Bearer " + text).getBytes(StandardCharsets.UTF_8));
    this.services = List.copyOf(frame.services());
    this.trouble = surroundings.trouble();
    this.ticks = surroundings.ticks();
    this.bodies = new BodyReader(limits);
    this.turns = new Semaphore(limits.working());
    this.metrics = new Metrics(surroundings.startMillis());
  }

  void drain() {
    draining = true;
  }

  void run(RoutingRequest in, RoutingResponse out) {
    long start = ticks.getAsLong();
    metrics.begins();
    Answer answer = Answer.empty(500);
    try {
      answer = answer(in);
      send(answer, out);
    } finally {
      patience.complete(in.socketId());
      metrics.ends(answer.status(), ticks.getAsLong() - start);
    }
  }

  private void send(Answer answer, RoutingResponse out) {
    out.status(answer.status());
    answer.headers().forEach(out::header);
    if (draining || answer.status() == 401 || answer.status() == 413 || answer.status() == 503) {
      // What is left of the body is not read.
      out.header("Connection", "close");
    }
    out.send(answer.body().bytes());
  }

  private Answer answer(RoutingRequest in) {
    String path = path(in.prologue().uriPath().rawPath());
    return switch (path) {
      case "/healthz" -> Answer.text(200, "OK\n");
      case "/readyz" -> draining ? Answer.text(503, "draining\n") : Answer.text(200, "OK\n");
      case "/metrics" ->
          Answer.of(
              200,
              "text/plain; version=0.0.4; charset=utf-8; escaping=underscores",
              metrics.text());
      default -> judged(in, path);
    };
  }

  private boolean mayEnter(RoutingRequest in) {
    if (token.isEmpty()) {
      return true;
    }
    String given = in.headers().first(HeaderNames.AUTHORIZATION).orElse("");
    return MessageDigest.isEqual(token.get(), given.getBytes(StandardCharsets.UTF_8));
  }

  private Answer judged(RoutingRequest in, String path) {
    if (!mayEnter(in)) {
      return Answer.text(401, "a token is needed: Authorization: Bearer TOKEN\n")
          .with("WWW-Authenticate", "Bearer");
    }
    String socket = in.socketId();
    // Closing the stream would read what is left of the body.
    InputStream body = in.content().inputStream();
    try (BodyReader.Held held =
        bodies.read(body, in.headers().contentLength().orElse(-1), () -> patience.heard(socket))) {
      patience.complete(socket);
      HttpPrologue prologue = in.prologue();
      var request =
          new Request(
              prologue.method().text(), path, query(prologue.query()), new Body(held.bytes()));
      return inTurn(request);
    } catch (BodyReader.RefusedException e) {
      return e.answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer inTurn(Request request) {
    try {
      if (!turns.tryAcquire(limits.waiting().toMillis(), TimeUnit.MILLISECONDS)) {
        return Answer.text(503, "too busy at this moment, try again later\n")
            .with("Retry-After", "1");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.text(503, "the service ends\n");
    }
    try {
      return HttpFrame.answer(services, request);
    } catch (RuntimeException | StackOverflowError e) {
      trouble.happened(
          request.method() + " " + request.path(),
          e instanceof RuntimeException exception ? exception : new IllegalStateException(e));
      return Answer.empty(500);
    } finally {
      turns.release();
    }
  }

  /// The path as it was sent, decoded once and otherwise left alone.
  private static String path(String raw) {
    try {
      return raw.indexOf('%') < 0
          ? raw
          : URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return raw;
    }
  }

  private static Map<String, List<String>> query(Parameters sent) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String name : sent.names()) {
      query.put(name, sent.all(name));
    }
    return query;
  }
}
