package dev.landwaiter.base.version;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Lines of the conformance files that contradict the rules, with what the rules say instead.
///
/// @param outcome the sign the rules give, or `invalid`
record Contradictions(String file, String outcome, String reason, String lines) {
  private static final List<Contradictions> ALL =
      List.of(
          new Contradictions(
              "alpine-versions.txt",
              "invalid",
              "outside apk's grammar (empty or lettered components, upper "
                  + "case, several letters, unknown suffixes, a revision without "
                  + "number): such packages are skipped",
              """
              1-r = 1-r0
              1-r-0 < 1-r0
              1-r-1 < 1-r0
              0.r1 < 0r2
              0..1..0 < 0..1..1
              0...1...0 < 0...1...1
              0...1...0.r1 < 0...1...0.r2
              0...1...0r1 < 0...1...0r2
              0..8 = 0..8
              0..8 > 0...8
              0.8.21.r2 > 0.8.21.r1
              10.2.24.r0 > 10.2.22.r0
              0.8.21.r2 < 0.8.21r2
              1.2.0A < 1.2.0d
              1.2.0D < 1.2.0d
              1-r2 > 1-r-1
              1 > 1-ruff
              1-r0-1 = 1-r-2
              1-r0-1 = 1-r0-2
              1-ruff2 = 1-ruff1
              1-ruff2 = 1--ruff1
              1-r0-ruff2 = 1-r0-ruff1
              1.2 > 1.2_blah
              1.2_svn1 > 1.2_csv2
              1.2_cvs1 > 1.2_blah
              .1 < 1
              1 > .1
              .2 > .1
              a < b
              c > b
              c = c
              23_foo > 4_beta
              1.0 < 1.0bc
              """),
          new Contradictions(
              "pypi-versions-generated.txt",
              "invalid",
              "no PEP 440 version: only the legacy order of old installers " + "knew these",
              """
              0.1-bulbasaur < 0.1-charmander
              0.1-charmander < 0.9-doduo
              0.9-doduo < 0.9-eevee
              0.9-eevee < 0.9-fearow
              0.9-fearow < 0.9-gyarados
              0.9-gyarados < 0.9-horsea
              0.9-horsea < 0.9-ivysaur
              0.9-ivysaur < 1.0
              2.0.1rc2-git < 0.8
              0.7.1.fix1 < 0.7.4.svn.r2010
              0.7.4.svn.r2010 < 0.6.4
              2013-01-21T20:33:09+0100 < 2013-01-23T17:11:52+0100
              2013-01-23T17:11:52+0100 < 2013-02-01T20:50:46+0100
              2013-02-01T20:50:46+0100 < 2013-02-02T19:59:03+0100
              2013-02-02T19:59:03+0100 < 2013-02-02T20:23:17+0100
              2013-02-02T20:23:17+0100 < 2013-02-08T17:40:57+0000
              2013-02-08T17:40:57+0000 < 2013-03-27T16:32:26+0100
              2013-03-27T16:32:26+0100 < 2013-05-09T12:47:53+0200
              2013-05-09T12:47:53+0200 < 2013-05-10T17:55:56+0200
              2013-05-10T17:55:56+0200 < 2013-05-14T20:16:05+0200
              2013-05-14T20:16:05+0200 < 2013-06-01T10:32:51+0200
              2013-06-01T10:32:51+0200 < 2013-07-19T09:11:08+0000
              2013-07-19T09:11:08+0000 < 2013-08-12T21:48:56+0200
              2013-08-12T21:48:56+0200 < 2013-09-11T19-27-10
              2013-09-11T19-27-10 < 2013-12-23T17-51-15
              2013-12-23T17-51-15 < 2014-01-12T15-52-10
              2014-01-12T15-52-10 < 0.2016.3.21
              0.0.1-test1 < 3.0.0a4
              """),
          new Contradictions(
              "redhat-versions.txt",
              "=",
              "an epoch that is no number counts as 0, so both are plain 1",
              """
              a:1 < b:1
              """),
          new Contradictions(
              "rubygems-versions.txt",
              "invalid",
              "RubyGems itself calls a letter right after the first number malformed",
              """
              1 > 1beta
              """));

  /// The contradicting lines of one file with their outcome.
  static Map<String, String> of(String file) {
    return ALL.stream()
        .filter(group -> group.file.equals(file))
        .flatMap(group -> group.lines.lines().map(line -> Map.entry(line, group.outcome)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
