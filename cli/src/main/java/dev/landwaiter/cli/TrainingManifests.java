package dev.landwaiter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Manifests and policies over them with what is usual, right and wrong.
final class TrainingManifests {
  static final List<List<String>> LINES =
      List.of(
          List.of("test", "-p", "rules", "app.yaml"),
          List.of("test", "-p", "rules", "-o", "json", "app.yaml", "Dockerfile", "main.tf"),
          List.of("conftest", "test", "-p", "rules", "app.yaml"),
          List.of("conftest", "test", "-p", "rules", "-o", "table", "--all-namespaces", "."),
          List.of("conftest", "parse", "app.yaml"),
          List.of("gate", "test", "-f", "gate", "-f", "app.yaml"),
          List.of("gator", "test", "-f", "gate", "-f", "app.yaml", "-o", "json"),
          List.of("kubesec", "scan", "app.yaml"),
          List.of("score", "app.yaml"),
          List.of("score", "-f", "json", "app.yaml"));

  private static final String APP =
      """
      # Comments, several documents, texts of every kind.
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
        labels: {app: web, "tier": 'front'}
      spec:
        replicas: 2
        selector:
          matchLabels: &labels
            app: web
        template:
          metadata:
            labels: *labels
          spec:
            hostNetwork: true
            containers:
              - name: app
                image: "registry.example.test/web:1.4"
                command: ["/bin/sh", "-c"]
                args:
                  - |
                    set -e
                    exec web --port 8080
                securityContext:
                  runAsUser: 10001
                  runAsNonRoot: true
                  capabilities:
                    drop: [ALL]
                resources:
                  limits: {cpu: 500m, memory: 128Mi}
              - name: sidecar
                image: sidecar
            volumes:
              - name: data
                emptyDir: {}
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        ports:
          - port: 80
            targetPort: 8080
      """;

  private static final String RULES =
      """
      package main

      import rego.v1

      deny contains msg if {
      	some container in input.spec.template.spec.containers
      	not container.resources.limits
      	msg := sprintf("container %s has no limits", [container.name])
      }

      warn contains {"msg": "the host's network is used"} if input.spec.template.spec.hostNetwork
      """;

  private static final String OLD_RULES =
      """
      package old

      deny[msg] {
        container := input.spec.template.spec.containers[_]
        not startswith(container.image, "registry.example.test/")
        msg := concat(" ", [container.name, "comes from elsewhere"])
      }
      """;

  private static final String TEMPLATE =
      """
      apiVersion: templates.gatekeeper.sh/v1
      kind: ConstraintTemplate
      metadata:
        name: allowedrepos
      spec:
        crd:
          spec:
            names:
              kind: AllowedRepos
            validation:
              openAPIV3Schema:
                type: object
                properties:
                  repos:
                    type: array
                    items:
                      type: string
        targets:
          - target: admission.k8s.gatekeeper.sh
            rego: |
              package allowedrepos

              violation[{"msg": msg}] {
                container := input.review.object.spec.template.spec.containers[_]
                not strings.any_prefix_match(container.image, input.parameters.repos)
                msg := sprintf("image %v is not allowed", [container.image])
              }
      """;

  private static final String CONSTRAINT =
      """
      apiVersion: constraints.gatekeeper.sh/v1beta1
      kind: AllowedRepos
      metadata:
        name: only-ours
      spec:
        match:
          kinds:
            - apiGroups: [apps]
              kinds: [Deployment]
        parameters:
          repos:
            - registry.example.test/
      """;

  private TrainingManifests() {}

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("rules"));
    Files.createDirectories(folder.resolve("gate"));
    Files.writeString(folder.resolve("app.yaml"), APP);
    Files.writeString(folder.resolve("main.tf"), "variable \"a\" {\n  default = \"b\"\n}\n");
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY a b\n");
    Files.writeString(folder.resolve("rules/main.rego"), RULES);
    Files.writeString(folder.resolve("rules/old.rego"), OLD_RULES);
    Files.writeString(folder.resolve("gate/template.yaml"), TEMPLATE);
    Files.writeString(folder.resolve("gate/constraint.yaml"), CONSTRAINT);
  }
}
