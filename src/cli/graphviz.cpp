#include "cli/graphviz.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>

#include "cli/files.hpp"

extern char** environ;

namespace vertebra::cli {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using TemporaryFile = std::unique_ptr<std::FILE, CloseFile>;

// Files, not pipes, on both sides: neither program can wait for the other.
struct Exchange {
  TemporaryFile in{std::tmpfile()};
  TemporaryFile out{std::tmpfile()};
};

bool put(std::FILE* file, const std::string& text) {
  const int descriptor = ::fileno(file);
  return write_all(descriptor, text) && ::lseek(descriptor, 0, SEEK_SET) == 0;
}

bool take(std::FILE* file, std::string& text) {
  const int descriptor = ::fileno(file);
  if (::lseek(descriptor, 0, SEEK_SET) != 0) return false;
  char buffer[65536];
  while (true) {
    const ssize_t got = ::read(descriptor, buffer, sizeof buffer);
    if (got == 0) return true;
    if (got > 0) text.append(buffer, static_cast<std::size_t>(got));
    if (got < 0 && errno != EINTR) return false;
  }
}

// Starts `dot -Tsvg` with its own signals back in place (this program ignores SIGPIPE).
int start(const Exchange& files, pid_t& child) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t restored;
  sigemptyset(&restored);
  sigaddset(&restored, SIGPIPE);
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, ::fileno(files.in.get()), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ::fileno(files.out.get()), STDOUT_FILENO);
  posix_spawnattr_setsigdefault(&attributes, &restored);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  char name[] = "dot";
  char format[] = "-Tsvg";
  char* const words[] = {name, format, nullptr};
  const int error = ::posix_spawnp(&child, "dot", &actions, &attributes, words, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

bool succeeded(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return false;
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// Returns what went wrong; empty when nothing did.
std::string draw_svg(const std::string& dot, std::string& svg) {
  const Exchange files;
  if (!files.in || !files.out || !put(files.in.get(), dot)) return "no temporary file can be written for Graphviz";
  pid_t child = 0;
  if (start(files, child) != 0) return "the program `dot` of Graphviz is not installed";
  if (!succeeded(child)) return "the program `dot` of Graphviz could not draw the graph";
  if (!take(files.out.get(), svg)) return "what Graphviz drew cannot be read";
  return {};
}

}  // namespace

Reply svg_reply(const std::string& program, const std::string& dot) {
  std::string svg;
  const std::string problem = draw_svg(dot, svg);
  if (problem.empty()) return {Exit::done, std::move(svg), {}};
  return wrong_use(program, problem, "install Graphviz, or ask for `--format dot`");
}

}  // namespace vertebra::cli
