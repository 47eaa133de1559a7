package dev.landwaiter.signing.policy.cluster.evaluation;

import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Policies as test data: `{{FILE}}` stands for a recorded file, `{{base64:FILE}}` for its Base64.
final class PolicyCases {
  static final Path RECORDED = Shared.path("conformance/cosign");
  private static final Pattern FILE = Pattern.compile("(?m)^(.*?)\\{\\{(base64:)?([^}]+)}}$");

  private PolicyCases() {}

  /// @param reason the class of the first reason, or empty
  /// @param said a part of what is said, or empty
  record Case(
      String name,
      String layout,
      String decision,
      String reason,
      String image,
      String said,
      String documents) {
    @Override
    public String toString() {
      return name;
    }
  }

  static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("no resource " + name);
      }
      return filled(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String filled(String text) {
    return FILE.matcher(text)
        .replaceAll(found -> {
          String before = found.group(1);
          String file = read(found.group(3));
          if (found.group(2) != null) {
            file = Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
          }
          String indent = before.isBlank() ? before : "";
          return Matcher.quoteReplacement(before + file.strip().replace("\n", "\n" + indent));
        });
  }

  private static String read(String file) {
    try {
      return Files.readString(RECORDED.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Case> all() {
    List<Case> all = new ArrayList<>();
    String[] parts = resource(PolicyCases.class, "cases.txt").split("(?m)^### ", -1);
    for (String part : parts) {
      if (part.startsWith("#")) {
        continue;
      }
      int end = part.indexOf('\n');
      String[] head = part.substring(0, end).split("\\|", -1);
      for (int i = 0; i < head.length; i++) {
        head[i] = head[i].strip();
      }
      String body = part.substring(end + 1);
      all.add(
          new Case(
              head[0],
              head[1],
              head[2],
              head[3],
              head[4],
              head[5],
              body.startsWith("apiVersion") ? body : policy(body)));
    }
    return all;
  }

  /// One policy for all images.
  static String policy(String spec) {
    return """
    apiVersion: policy.sigstore.dev/v1beta1
    kind: ClusterImagePolicy
    metadata:
      name: a-policy
    spec:
      images:
      - glob: "**"
    """
        + spec;
  }
}
