import Testing

@testable import storyguard

/// How the script that `demo` plays is read.
struct DemoScriptTests {
  @Test func `a step holds the file below it, and says whether it is to be refused`() {
    let script = DemoScript(
      """
      # A year
      peer add maya --name "Maya L."

      ! request - --now 2026-05-01T09:00:00Z
      {"peer":"maya",
       "story":"s1"}
      # Afterwards
      pause set maya

      """)
    #expect(script.lines == 9)
    #expect(
      script.steps == [
        DemoScript.Step(
          line: 2, words: ["peer", "add", "maya", "--name", "Maya L."], status: .done),
        DemoScript.Step(
          line: 4, words: ["request", "-", "--now", "2026-05-01T09:00:00Z"],
          file: "{\"peer\":\"maya\",\n \"story\":\"s1\"}\n", status: .denied),
        DemoScript.Step(line: 8, words: ["pause", "set", "maya"], status: .done),
      ])
  }
}
