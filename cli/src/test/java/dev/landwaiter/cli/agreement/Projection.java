package dev.landwaiter.cli.agreement;

import com.github.luben.zstd.ZstdInputStream;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.testing.Shared;
import dev.landwaiter.vulnerability.FactSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The facts of `feeds/projection` as the recorded database of Trivy holds them. How that was made
/// of these lines was learned from its rows: which id counts, which lines are left out, what a
/// range looks like. Of several lines about the same thing a distribution's first one stays, and an
/// ecosystem's add up.
public final class Projection {
  private static final Map<String, String> DEBIAN =
      Map.of(
          "wheezy", "7",
          "jessie", "8",
          "stretch", "9",
          "buster", "10",
          "bullseye", "11",
          "bookworm", "12");
  private static final Map<String, String> UBUNTU =
      Map.of("xenial", "16.04", "bionic", "18.04", "focal", "20.04", "jammy", "22.04");
  private static final String GITHUB = "::GitHub Security Advisory ";

  private final ProjectionRows rows = new ProjectionRows();

  /// Reads all files and hands out what they come to.
  public static void read(FactSink sink) throws IOException {
    var projection = new Projection();
    projection.alma();
    projection.github("Maven", "ghsa-maven");
    projection.github("Npm", "ghsa-npm");
    projection.github("Nuget", "ghsa-nuget");
    projection.recentNpm();
    projection.go();
    projection.python();
    projection.ranges("bitnami", "bitnami::Bitnami Vulnerability Database", "bitnami");
    projection.ranges("k8s", "k8s::Official Kubernetes CVE Feed", "k8s");
    projection.rust();
    projection.composer();
    projection.ruby();
    projection.debian();
    projection.ubuntu();
    projection.alpine();
    projection.rows.hand(sink);
  }

  private static void lines(String file, Consumer<Value> taker) throws IOException {
    var path = Shared.path("feeds/projection").resolve(file + ".jsonl.zst");
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                new ZstdInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        taker.accept(Json.parse(file, line.getBytes(StandardCharsets.UTF_8)));
      }
    } catch (FormatException e) {
      throw new IOException(file, e);
    }
  }

  private static List<String> texts(Value line, String name) {
    return line.get(name).map(Value::elements).orElse(List.of()).stream()
        .map(Value::asText)
        .toList();
  }

  /// The first CVE among the aliases, else the line's own id.
  private static String id(Value line) {
    return texts(line, "al").stream()
        .filter(alias -> alias.startsWith("CVE-"))
        .findFirst()
        .orElse(line.text("id"));
  }

  private void alma() throws IOException {
    lines(
        "alma",
        line -> {
          String bucket = "alma " + line.text("eco").substring("AlmaLinux:".length());
          String fixed = range(line, 0).get(1);
          List<String> ids = texts(line, "rel");
          for (String id : ids.isEmpty() ? List.of(line.text("id")) : ids) {
            rows.fixed(bucket, line.text("pkg"), id, fixed, "");
            String word = line.text("t").substring(0, Math.max(0, line.text("t").indexOf(':')));
            rows.detail(id, "alma", line.text("t"), ProjectionRows.severity(word), "");
          }
        });
  }

  private void debian() throws IOException {
    for (String list : List.of("debian-DSA", "debian-DLA")) {
      lines(
          list,
          line -> {
            String release = DEBIAN.get(line.text("eco").substring("Debian:".length()));
            List<String> ids = texts(line, "al");
            for (String id : ids.isEmpty() ? List.of(line.text("id")) : ids) {
              if (release != null) {
                rows.fixed(
                    "debian " + release, line.text("pkg"), id, line.text("fx"), line.text("id"));
                rows.detail(id, "debian", "", Optional.empty(), "");
              }
            }
          });
    }
    lines(
        "debian-changelog-bookworm",
        line -> {
          rows.fixed("debian 12", line.text("pkg"), line.text("id"), line.text("fx"), "");
          rows.detail(line.text("id"), "debian", "", Optional.empty(), "");
        });
  }

  private void ubuntu() throws IOException {
    lines(
        "ubuntu",
        line ->
            line.get("fx")
                .orElseThrow()
                .members()
                .forEach((name, state) -> {
                  String release = UBUNTU.get(name.asText());
                  String text = state.asText();
                  boolean left = List.of("needs-triage", "pending", "?", "").contains(text);
                  if (release != null && !left) {
                    boolean open = text.equals("needed") || text.equals("deferred");
                    rows.fixed(
                        "ubuntu " + release,
                        line.text("pkg"),
                        line.text("id"),
                        open ? "" : text,
                        "");
                    rows.detail(
                        line.text("id"),
                        "ubuntu",
                        "",
                        ProjectionRows.severity(line.text("sev")),
                        "");
                  }
                }));
  }

  private void alpine() throws IOException {
    for (String file :
        List.of(
            "3.10-secdb2020",
            "3.11-secdb2020",
            "3.13",
            "3.14",
            "3.15",
            "3.16",
            "3.8-secdb2020",
            "3.9-secdb2020")) {
      lines(
          "alpine-" + file,
          line -> {
            String bucket = "alpine " + line.text("eco").substring("Alpine:v".length());
            line.get("fx")
                .orElseThrow()
                .members()
                .forEach((version, ids) -> {
                  for (Value words : ids.elements()) {
                    String id = words.asText().strip().split("\\s+", 2)[0];
                    if (!id.isEmpty()) {
                      rows.detail(id, "alpine", "", Optional.empty(), "");
                      if (!version.asText().equals("0")) {
                        rows.fixed(bucket, line.text("pkg"), id, version.asText(), "");
                      }
                    }
                  }
                });
          });
    }
  }

  private void github(String ecosystem, String file) throws IOException {
    String bucket = ecosystem.toLowerCase(Locale.ROOT) + GITHUB + ecosystem;
    lines(
        file,
        line -> {
          String name = line.text("pkg");
          ranges(bucket, ecosystem.equals("Nuget") ? name.toLowerCase(Locale.ROOT) : name, line);
          rows.detail(
              id(line), "ghsa", line.text("t"), ProjectionRows.severity(line.text("sev")), "");
        });
  }

  private void recentNpm() throws IOException {
    lines(
        "ghsa-npm-2026",
        line -> {
          String id =
              line.get("identifiers").orElseThrow().elements().stream()
                  .filter(one -> one.text("type").equals("CVE"))
                  .map(one -> one.text("value"))
                  .findFirst()
                  .orElse(line.text("id"));
          List<String> vulnerable =
              line.get("affectedVersions").orElseThrow().elements().stream()
                  .map(one -> one.text("range"))
                  .toList();
          rows.constraints("npm" + GITHUB + "Npm", line.text("pkg"), id, vulnerable, List.of());
          rows.detail(id, "ghsa", "", ProjectionRows.severity(line.text("severity")), "");
        });
  }

  private void python() throws IOException {
    lines(
        "pypi",
        line -> {
          if (!line.get("r").map(Value::elements).orElse(List.of()).isEmpty()) {
            String name = line.text("pkg").toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
            ranges("pip" + GITHUB + "Pip", name, line);
            rows.detail(id(line), "ghsa", line.text("t"), Optional.empty(), line.text("cvss"));
          }
        });
  }

  private void go() throws IOException {
    lines(
        "go",
        line -> {
          ranges("go" + GITHUB + "Go", line.text("pkg"), line);
          rows.detail(id(line), "ghsa", line.text("t"), Optional.empty(), "");
        });
  }

  private void ranges(String file, String bucket, String source) throws IOException {
    lines(
        file,
        line -> {
          ranges(bucket, line.text("pkg"), line);
          rows.detail(id(line), source, line.text("t"), Optional.empty(), line.text("cvss"));
        });
  }

  private void rust() throws IOException {
    lines(
        "rust",
        line -> {
          if (line.get("info").isEmpty()) {
            rows.patched(
                "cargo::Open Source Vulnerability",
                line.text("pkg"),
                id(line),
                texts(line, "patched"));
            rows.detail(id(line), "osv", line.text("t"), Optional.empty(), line.text("cvss"));
          }
        });
  }

  private void ruby() throws IOException {
    lines(
        "ruby",
        line -> {
          rows.patched(
              "rubygems::ruby-advisory-db",
              line.text("pkg"),
              line.text("id"),
              texts(line, "patched"));
          rows.unaffected(
              "rubygems::ruby-advisory-db",
              line.text("pkg"),
              line.text("id"),
              texts(line, "unaff"));
          Optional<Integer> severity =
              line.get("cvss")
                  .filter(NumberValue.class::isInstance)
                  .map(score ->
                      ProjectionRows.severity(((NumberValue) score).toBigDecimal().doubleValue()));
          rows.detail(line.text("id"), "ruby-advisory-db", line.text("t"), severity, "");
        });
  }

  private void composer() throws IOException {
    lines(
        "glad-packagist",
        line -> {
          List<String> vulnerable = new ArrayList<>();
          for (String part : line.text("r").split("\\|\\|", -1)) {
            String clauses =
                part.strip().replaceAll("([<>=])\\s+", "$1").replaceAll("[,\\s]+", ", ");
            if (!clauses.isEmpty()) {
              vulnerable.add(clauses);
            }
          }
          rows.constraints(
              "composer" + GITHUB + "Composer",
              line.text("pkg"),
              line.text("id"),
              vulnerable,
              texts(line, "fx"));
          rows.detail(line.text("id"), "ghsa", line.text("t"), Optional.empty(), line.text("cvss"));
        });
  }

  private static List<String> range(Value line, int index) {
    return line.get("r").orElseThrow().elements().get(index).elements().stream()
        .map(end -> end instanceof NullValue ? "" : end.asText())
        .toList();
  }

  private void ranges(String bucket, String name, Value line) {
    List<String> vulnerable = new ArrayList<>();
    List<String> patched = new ArrayList<>();
    for (int i = 0; i < line.get("r").map(Value::elements).orElse(List.of()).size(); i++) {
      String start = range(line, i).get(0);
      String end = range(line, i).get(1);
      String from = ">= " + (start.isEmpty() ? "0" : start);
      if (end.isEmpty()) {
        vulnerable.add(from);
      } else if (end.startsWith("<=")) {
        vulnerable.add(from + ", <= " + end.substring(2));
      } else {
        vulnerable.add(from + ", < " + end);
        patched.add(end);
      }
    }
    rows.constraints(bucket, name, id(line), vulnerable, patched);
  }
}
