package dev.landwaiter.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a [MemoryRegistry] holds and how it answers.
final class MemoryContent {
  private static final Pattern PATH =
      Pattern.compile("/v2/(.+?)/(blobs/uploads|blobs|manifests|tags|referrers)/(.*)");
  private static final Pattern SUBJECT =
      Pattern.compile("\"subject\"\\s*:\\s*\\{[^}]*?\"digest\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern TYPE = Pattern.compile("\"artifactType\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern CONFIG =
      Pattern.compile("\"config\"\\s*:\\s*\\{[^}]*?\"mediaType\"\\s*:\\s*\"([^\"]+)\"");
  private static final String JSON = "application/json";
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";

  @SuppressWarnings("ArrayRecordComponent")
  record Request(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      byte[] body) {
    static Request of(HttpExchange exchange) throws IOException {
      Map<String, String> query = new TreeMap<>();
      String raw = exchange.getRequestURI().getRawQuery();
      for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        query.put(
            parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
      }
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      return new Request(
          exchange.getRequestMethod(),
          exchange.getRequestURI().getPath(),
          query,
          headers,
          exchange.getRequestBody().readAllBytes());
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Response(int status, Map<String, String> headers, byte[] body) {
    static Response of(int status, String type, byte[] body) {
      Map<String, String> headers = new TreeMap<>();
      headers.put("Content-Type", type);
      return new Response(status, headers, body);
    }

    static Response empty(int status) {
      return new Response(status, new TreeMap<>(), new byte[0]);
    }

    static Response error(int status, String code) {
      String body = "{\"errors\":[{\"code\":\"%s\",\"message\":\"no\"}]}".formatted(code);
      return of(status, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    Response with(String name, String value) {
      headers.put(name, value);
      return this;
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Manifest(String type, byte[] body) {}

  private static final class Repository {
    final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    final Map<String, Manifest> manifests = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, String> tags = new ConcurrentSkipListMap<>();
    final Map<String, ByteArrayOutputStream> uploads = new ConcurrentHashMap<>();
  }

  private final Map<String, Repository> repositories = new ConcurrentSkipListMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final boolean referrers;
  private volatile int pageSize = 1000;

  MemoryContent(boolean referrers) {
    this.referrers = referrers;
  }

  void pageSize(int entries) {
    pageSize = entries;
  }

  void clear() {
    repositories.clear();
  }

  void blob(String repository, byte[] content) {
    repository(repository).blobs.put(digest(content), content);
  }

  void manifest(String repository, String tag, String type, byte[] content) {
    Repository holder = repository(repository);
    holder.manifests.put(digest(content), new Manifest(type, content));
    if (!tag.isEmpty()) {
      holder.tags.put(tag, digest(content));
    }
  }

  private Repository repository(String name) {
    return repositories.computeIfAbsent(name, n -> new Repository());
  }

  /// The tags of a repository with the digests they lead to.
  Map<String, String> tags(String name) {
    return Map.copyOf(repositories.getOrDefault(name, new Repository()).tags);
  }

  /// The bytes of a manifest or a blob, or none.
  byte[] read(String name, String digest) {
    Repository repository = repository(name);
    Manifest manifest = repository.manifests.get(digest);
    byte[] blob = repository.blobs.get(digest);
    return manifest != null ? manifest.body() : blob != null ? blob : new byte[0];
  }

  /// The digests of all manifests and indexes of a repository.
  Set<String> manifests(String name) {
    return Set.copyOf(repositories.getOrDefault(name, new Repository()).manifests.keySet());
  }

  Response answer(Request request) {
    if (request.path().equals("/v2/")) {
      return Response.of(200, JSON, "{}".getBytes(StandardCharsets.UTF_8));
    }
    if (request.path().equals("/v2/_catalog")) {
      return listing(request, "repositories", List.copyOf(repositories.keySet()));
    }
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return Response.error(404, "NAME_UNKNOWN");
    }
    String name = path.group(1);
    boolean writes = !List.of("GET", "HEAD").contains(request.method());
    Repository repository =
        writes ? repository(name) : repositories.getOrDefault(name, new Repository());
    String last = path.group(3);
    return switch (path.group(2)) {
      case "blobs/uploads" -> upload(request, name, repository, last);
      case "blobs" -> blob(request, repository, last);
      case "manifests" -> manifest(request, name, repository, last);
      case "tags" ->
          repositories.containsKey(name)
              ? listing(request, "tags", List.copyOf(repository.tags.keySet()))
              : Response.error(404, "NAME_UNKNOWN");
      default ->
          referrers ? referrers(request, repository, last) : Response.error(404, "UNSUPPORTED");
    };
  }

  private Response listing(Request request, String member, List<String> all) {
    String after = request.query().getOrDefault("last", "");
    int wanted = Integer.parseInt(request.query().getOrDefault("n", "1000"));
    List<String> rest = all.stream().filter(each -> each.compareTo(after) > 0).toList();
    List<String> page = rest.subList(0, Math.min(rest.size(), Math.min(wanted, pageSize)));
    String body =
        page.stream()
            .map(each -> '"' + each + '"')
            .collect(Collectors.joining(",", "{\"" + member + "\":[", "]}"));
    Response response = Response.of(200, JSON, body.getBytes(StandardCharsets.UTF_8));
    return page.size() == rest.size()
        ? response
        : response.with(
            "Link",
            "<%s?n=%d&last=%s>; rel=\"next\"".formatted(request.path(), wanted, page.getLast()));
  }

  private Response blob(Request request, Repository repository, String digest) {
    byte[] blob = repository.blobs.get(digest);
    if (blob == null) {
      return Response.error(404, "BLOB_UNKNOWN");
    }
    String range = request.header("Range");
    String type = "application/octet-stream";
    if (!range.startsWith("bytes=")) {
      return Response.of(200, type, blob).with("Docker-Content-Digest", digest);
    }
    int from = Integer.parseInt(range.substring(6, range.indexOf('-')));
    if (from >= blob.length) {
      return Response.empty(416);
    }
    return Response.of(206, type, Arrays.copyOfRange(blob, from, blob.length))
        .with("Content-Range", "bytes %d-%d/%d".formatted(from, blob.length - 1, blob.length));
  }

  private Response upload(Request request, String name, Repository repository, String id) {
    if (request.method().equals("POST")) {
      return begin(request, name, repository);
    }
    ByteArrayOutputStream upload = repository.uploads.get(id);
    if (upload == null) {
      return Response.error(404, "BLOB_UPLOAD_UNKNOWN");
    }
    String range = request.header("Content-Range");
    if (!range.isEmpty() && !range.startsWith(upload.size() + "-")) {
      return Response.empty(416);
    }
    upload.writeBytes(request.body());
    if (request.method().equals("PATCH")) {
      return place(202, name, id).with("Range", "0-" + (upload.size() - 1));
    }
    repository.uploads.remove(id);
    String digest = request.query().getOrDefault("digest", "");
    return store(repository, name, digest, upload.toByteArray());
  }

  private Response begin(Request request, String name, Repository repository) {
    String mounted = request.query().getOrDefault("mount", "");
    Repository source = repositories.get(request.query().getOrDefault("from", ""));
    if (!mounted.isEmpty() && source != null && source.blobs.containsKey(mounted)) {
      return store(repository, name, mounted, source.blobs.get(mounted));
    }
    if (request.query().containsKey("digest")) {
      return store(repository, name, request.query().get("digest"), request.body());
    }
    String id = "u" + numbers.incrementAndGet();
    repository.uploads.put(id, new ByteArrayOutputStream());
    return place(202, name, id);
  }

  private static Response place(int status, String name, String id) {
    return Response.empty(status)
        .with("Location", "/v2/%s/blobs/uploads/%s?state=x".formatted(name, id));
  }

  private static Response store(Repository repository, String name, String digest, byte[] content) {
    if (!digest.equals(digest(content))) {
      return Response.error(400, "DIGEST_INVALID");
    }
    repository.blobs.put(digest, content);
    return Response.empty(201).with("Location", "/v2/%s/blobs/%s".formatted(name, digest));
  }

  private Response manifest(Request request, String name, Repository repository, String last) {
    if (request.method().equals("PUT")) {
      return put(request, name, repository, last);
    }
    if (request.method().equals("DELETE")) {
      return delete(repository, last);
    }
    Manifest manifest = repository.manifests.get(repository.tags.getOrDefault(last, last));
    return manifest == null
        ? Response.error(404, "MANIFEST_UNKNOWN")
        : Response.of(200, manifest.type(), manifest.body())
            .with("Docker-Content-Digest", digest(manifest.body()));
  }

  /// A tag goes alone, a manifest with its tags.
  private static Response delete(Repository repository, String last) {
    boolean there =
        last.contains(":")
            ? repository.manifests.remove(last) != null
            : repository.tags.remove(last) != null;
    repository.tags.values().removeIf(last::equals);
    return there ? Response.empty(202) : Response.error(404, "MANIFEST_UNKNOWN");
  }

  private Response put(Request request, String name, Repository repository, String last) {
    String digest = digest(request.body());
    if (last.contains(":") && !last.equals(digest)) {
      return Response.error(400, "DIGEST_INVALID");
    }
    String text = new String(request.body(), StandardCharsets.UTF_8);
    for (String blob : blobsOf(text)) {
      if (!repository.blobs.containsKey(blob) && !repository.manifests.containsKey(blob)) {
        return Response.error(404, "MANIFEST_BLOB_UNKNOWN");
      }
    }
    repository.manifests.put(digest, new Manifest(request.header("Content-Type"), request.body()));
    if (!last.contains(":")) {
      repository.tags.put(last, digest);
    }
    Response response =
        Response.empty(201)
            .with("Location", "/v2/%s/manifests/%s".formatted(name, digest))
            .with("Docker-Content-Digest", digest);
    Matcher subject = SUBJECT.matcher(text);
    return referrers && subject.find() ? response.with("OCI-Subject", subject.group(1)) : response;
  }

  /// The digests that a manifest names, but for that of its subject.
  private static List<String> blobsOf(String text) {
    List<String> all = new ArrayList<>();
    Matcher digests =
        Pattern.compile("sha256:[0-9a-f]{64}").matcher(SUBJECT.matcher(text).replaceAll(""));
    while (digests.find()) {
      all.add(digests.group());
    }
    return all;
  }

  private static Response referrers(Request request, Repository repository, String digest) {
    String wanted = request.query().getOrDefault("artifactType", "");
    List<String> found = new ArrayList<>();
    repository.manifests.forEach((own, manifest) -> {
      String text = new String(manifest.body(), StandardCharsets.UTF_8);
      Matcher subject = SUBJECT.matcher(text);
      if (subject.find() && subject.group(1).equals(digest)) {
        String type = type(text);
        if (wanted.isEmpty() || wanted.equals(type)) {
          found.add(
              "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d,\"artifactType\":\"%s\"}"
                  .formatted(manifest.type(), own, manifest.body().length, type));
        }
      }
    });
    String body =
        found.stream()
            .collect(
                Collectors.joining(
                    ",",
                    "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[",
                    "]}"));
    Response response = Response.of(200, INDEX, body.getBytes(StandardCharsets.UTF_8));
    return wanted.isEmpty() ? response : response.with("OCI-Filters-Applied", "artifactType");
  }

  private static String type(String manifest) {
    Matcher type = TYPE.matcher(manifest);
    Matcher config = CONFIG.matcher(manifest);
    return type.find() ? type.group(1) : config.find() ? config.group(1) : "";
  }

  static String digest(byte[] content) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
