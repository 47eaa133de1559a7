package dev.landwaiter.cli.agreement;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.testing.Certificates;
import dev.landwaiter.testing.MemoryRegistry;
import dev.landwaiter.testing.Shared;
import dev.landwaiter.testing.sigstore.MemorySigstore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// The servers of the recorded command lines of cosign, each at an address of its own here:
/// registries with and without the referrers API and one with TLS and a login, and the repositories
/// of trust. One set serves many rows, one after the other, whose repositories are filled anew.
public final class CosignServers implements AutoCloseable {
  private static final Path RECORDED = Shared.path("conformance/cosign");

  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, MemoryRegistry> registries = new LinkedHashMap<>();
  private final Certificates certificates;
  private final HttpServer files;
  private final MemorySigstore sigstore;
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final AtomicBoolean answering = new AtomicBoolean(true);

  /// Starts them.
  ///
  /// @param certificates of the registry with TLS
  public CosignServers(Certificates certificates) throws IOException {
    this.certificates = certificates;
    registries.put("127.0.0.1:5511", MemoryRegistry.start());
    registries.put("127.0.0.1:5512", MemoryRegistry.withoutReferrers());
    registries.put("127.0.0.1:5513", MemoryRegistry.secured(certificates, "tester", "secret-word"));
    registries.forEach((name, registry) -> addresses.put(name, registry.host()));
    files = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    files.createContext("/", this::file);
    files.start();
    sigstore = MemorySigstore.start(RECORDED.resolve("trust"), now::get);
    remember();
    addresses.put("127.0.0.1:5514", sigstore.host());
    addresses.put("127.0.0.1:5515", "127.0.0.1:" + files.getAddress().getPort());
  }

  /// The log of the recorded runs held what they wrote.
  private void remember() throws IOException {
    try (Stream<Path> written = Files.list(RECORDED.resolve("out"))) {
      for (Path each : written.sorted().toList()) {
        String name = each.toString();
        if (name.endsWith(".bundle")) {
          Value bundle = json(Files.readAllBytes(each));
          bundle
              .get("rekorBundle")
              .flatMap(entry -> entry.get("Payload"))
              .ifPresent(entry -> logged(entry, "body"));
        } else if (name.endsWith(".sigstore.json")) {
          Value bundle = json(Files.readAllBytes(each));
          bundle
              .get("verificationMaterial")
              .flatMap(material -> material.get("tlogEntries"))
              .map(Value::elements)
              .orElse(List.of())
              .forEach(entry -> logged(entry, "canonicalizedBody"));
        }
      }
    }
  }

  private void logged(Value entry, String member) {
    String time =
        entry
            .get("integratedTime")
            .map(each -> each instanceof StringValue text ? text.text() : each.toString())
            .orElse("0");
    if (!time.equals("0") && !entry.text(member).isEmpty()) {
      sigstore.logged(
          new String(Base64.getDecoder().decode(entry.text(member)), StandardCharsets.UTF_8),
          Long.parseLong(time));
    }
  }

  /// Sets the time that services go by.
  public void at(Instant time) {
    now.set(time);
  }

  /// The certificate of the registry with TLS, PEM.
  Path certificate() {
    return certificates.certificate();
  }

  /// A text with our addresses in place of the recorded ones.
  public String ours(String text) {
    String changed = text;
    for (Map.Entry<String, String> each : addresses.entrySet()) {
      changed = changed.replace(each.getKey(), each.getValue());
    }
    return changed;
  }

  /// A text with the recorded addresses in place of ours.
  public String recorded(String text) {
    String changed = text;
    for (Map.Entry<String, String> each : addresses.entrySet()) {
      changed = changed.replace(each.getValue(), each.getKey());
    }
    return changed;
  }

  /// Empties the registries and puts recorded layouts into them.
  ///
  /// @param contents layout by repository with its host, or empty
  public void fill(Map<String, String> contents) throws IOException {
    registries.values().forEach(MemoryRegistry::clear);
    for (Map.Entry<String, String> each : contents.entrySet()) {
      int slash = each.getKey().indexOf('/');
      MemoryRegistry registry = registries.get(each.getKey().substring(0, slash));
      if (!each.getValue().isEmpty() && registry != null) {
        fill(registry, each.getKey().substring(slash + 1), RECORDED.resolve(each.getValue()));
      }
    }
  }

  /// The repository of a registry here.
  ///
  /// @param repository with the recorded host
  SignedForms.Place place(String repository) {
    int slash = repository.indexOf('/');
    MemoryRegistry registry =
        Objects.requireNonNull(registries.get(repository.substring(0, slash)));
    String path = repository.substring(slash + 1);
    return new SignedForms.Place(
        registry.tags(path), registry.manifests(path), digest -> registry.read(path, digest));
  }

  /// What differs between registries and recorded layouts, or the empty text.
  ///
  /// @param contents layout by repository with its host
  String difference(Map<String, String> contents) throws IOException {
    var told = new StringBuilder();
    for (Map.Entry<String, String> each : contents.entrySet()) {
      int slash = each.getKey().indexOf('/');
      MemoryRegistry registry = registries.get(each.getKey().substring(0, slash));
      if (registry == null || each.getValue().isEmpty()) {
        continue;
      }
      Path layout = RECORDED.resolve(each.getValue());
      Value index = json(Files.readAllBytes(layout.resolve("index.json")));
      Map<String, String> wanted = new TreeMap<>();
      Set<String> untagged = new TreeSet<>();
      for (Value entry : index.get("manifests").map(Value::elements).orElse(List.of())) {
        String tag = tag(entry);
        if (tag.isEmpty()) {
          untagged.add(entry.text("digest"));
        } else {
          wanted.put(tag, entry.text("digest"));
        }
      }
      String repository = each.getKey().substring(slash + 1);
      Map<String, String> got = new TreeMap<>(registry.tags(repository));
      untagged.removeAll(registry.manifests(repository));
      if (!got.equals(wanted) || !untagged.isEmpty()) {
        told.append(
            "%s: tags %s, wanted %s; missing %s%n".formatted(each.getKey(), got, wanted, untagged));
      }
    }
    return told.toString();
  }

  private static String tag(Value entry) {
    return entry
        .get("annotations")
        .map(all -> all.text("org.opencontainers.image.ref.name"))
        .orElse("");
  }

  private static void fill(MemoryRegistry registry, String repository, Path layout)
      throws IOException {
    try (Stream<Path> blobs = Files.list(layout.resolve("blobs/sha256"))) {
      for (Path blob : blobs.toList()) {
        registry.blob(repository, Files.readAllBytes(blob));
      }
    }
    Value index = json(Files.readAllBytes(layout.resolve("index.json")));
    manifests(registry, repository, layout, index);
  }

  private static void manifests(
      MemoryRegistry registry, String repository, Path layout, Value index) throws IOException {
    for (Value each : index.get("manifests").map(Value::elements).orElse(List.of())) {
      Path blob = layout.resolve("blobs/sha256/" + each.text("digest").substring(7));
      if (!Files.exists(blob)) {
        continue;
      }
      byte[] content = Files.readAllBytes(blob);
      registry.manifest(repository, tag(each), each.text("mediaType"), content);
      if (each.text("mediaType").contains("index") || each.text("mediaType").contains("list")) {
        manifests(registry, repository, layout, json(content));
      }
    }
  }

  private static Value json(byte[] content) {
    try {
      return Json.parse("index", content);
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }

  /// Lets the repositories of trust answer, or hang up as a server does that is gone.
  void trust(boolean answers) {
    answering.set(answers);
  }

  private void file(HttpExchange exchange) throws IOException {
    if (!answering.get()) {
      exchange.close();
      return;
    }
    Path root = RECORDED.resolve("tuf");
    Path file = root.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
    if (file.startsWith(root) && Files.isRegularFile(file)) {
      byte[] content = Files.readAllBytes(file);
      exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content);
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
    exchange.close();
  }

  @Override
  public void close() {
    registries.values().forEach(MemoryRegistry::close);
    sigstore.close();
    files.stop(0);
  }
}
