package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.Waiting;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/// A client for tests that never really sleeps but notes for how long it would have.
///
/// @param pauses the noted sleeps in milliseconds
record Asking(
    Logins logins, TlsOptions tls, ProxySelector proxies, Duration idle, List<Long> pauses) {
  static Asking anonymously() {
    return new Asking(
        Logins.NONE,
        TlsOptions.STRICT,
        HttpClient.Builder.NO_PROXY,
        Duration.ofSeconds(30),
        new CopyOnWriteArrayList<>());
  }

  static Asking as(Login.Password... passwords) {
    return anonymously().with(new Logins(List.of(passwords), "", List.of()));
  }

  Asking with(Logins other) {
    return new Asking(other, tls, proxies, idle, pauses);
  }

  Asking with(TlsOptions other) {
    return new Asking(logins, other, proxies, idle, pauses);
  }

  Asking through(ProxySelector other) {
    return new Asking(logins, tls, other, idle, pauses);
  }

  Asking patient(Duration other) {
    return new Asking(logins, tls, proxies, other, pauses);
  }

  Waiting waiting() {
    return until(Instant.now().plusSeconds(120));
  }

  Waiting until(Instant deadline) {
    return new Waiting(
        InstantSource.system(),
        duration -> pauses.add(duration.toMillis()),
        new Random(7),
        deadline,
        Duration.ofSeconds(10),
        idle);
  }

  Image open(String reference) throws IOException {
    return open(reference, Optional.empty());
  }

  Image open(String reference, Optional<Platform> platform) throws IOException {
    return registry().open(Reference.parse(reference), platform);
  }

  Registry registry() {
    return registry(Limits.STANDARD);
  }

  Registry registry(Limits limits) {
    return new Registry(options(), limits);
  }

  RegistryOptions options() {
    return new RegistryOptions(logins, tls, proxies, waiting());
  }
}
