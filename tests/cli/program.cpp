#include "cli/program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

namespace vertebra::test {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

// A file without a name; programs that write to files never wait for us.
class Temporary {
 public:
  explicit Temporary(const std::string& text = {}) {
    std::fwrite(text.data(), 1, text.size(), file_.get());
    std::rewind(file_.get());
  }
  int descriptor() const { return ::fileno(file_.get()); }
  // What was written so far; does not move the place where the program writes.
  std::string peek() const {
    std::string out(1 << 16, '\0');
    const ssize_t got = ::pread(descriptor(), out.data(), out.size(), 0);
    return out.substr(0, got > 0 ? static_cast<std::size_t>(got) : 0);
  }
  std::string text() const {
    std::rewind(file_.get());
    std::string out;
    for (int character = std::fgetc(file_.get()); character != EOF; character = std::fgetc(file_.get())) {
      out += static_cast<char>(character);
    }
    return out;
  }

 private:
  std::unique_ptr<std::FILE, CloseFile> file_{std::tmpfile()};
};

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (auto& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

int open_output(Output output, const Temporary& kept) {
  if (output == Output::full_disk) return ::open("/dev/full", O_WRONLY);
  if (output == Output::kept) return ::dup(kept.descriptor());
  int ends[2] = {-1, -1};
  if (::pipe(ends) == 0) ::close(ends[0]);
  return ends[1];
}

// The end of a pipe that holds the text and then stays empty; the other end is kept in `writer`.
int open_pipe(const std::string& text, int& writer) {
  int ends[2] = {-1, -1};
  if (::pipe(ends) != 0) return -1;
  ::fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  writer = ends[1];
  return ::write(writer, text.data(), text.size()) == static_cast<ssize_t>(text.size()) ? ends[0] : -1;
}

template <class Condition>
bool wait_until(Condition condition) {
  constexpr useconds_t pause = 20'000;
  for (int i = 0; i < 1'500; ++i) {
    if (condition()) return true;
    ::usleep(pause);
  }
  return false;
}

bool has_ended(pid_t child) {
  siginfo_t ended{};
  return ::waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_pid == child;
}

// Once: a second Ctrl-C may find the program in its closing words and end it there.
void interrupt(pid_t child, const Temporary& out, const std::string& at) {
  wait_until([&] { return has_ended(child) || out.peek().find(at) != std::string::npos; });
  ::kill(child, SIGINT);
  if (!wait_until([&] { return has_ended(child); })) ::kill(child, SIGKILL);
}

int wait_for(pid_t child) {
  int status = 0;
  return ::waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

Ran run_vertebra(const std::vector<std::string>& words, const Setting& setting) {
  const Temporary in{setting.in};
  const Temporary out;
  const Temporary err;
  const int output = open_output(setting.output, out);
  std::vector<std::string> command{VERTEBRA_PROGRAM};
  command.insert(command.end(), words.begin(), words.end());
  auto environment = setting.environment;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  int writer = -1;
  const bool waits = !setting.interrupt_at.empty();
  const int input = waits ? open_pipe(setting.in, writer) : ::dup(in.descriptor());
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.descriptor(), STDERR_FILENO);
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, VERTEBRA_PROGRAM, &actions, nullptr, pointers(command).data(),
                                   pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  ::close(output);
  ::close(input);
  if (failed == 0 && waits) interrupt(child, out, setting.interrupt_at);
  if (waits) ::close(writer);
  if (failed != 0) return {-1, {}, "the program could not be started"};
  const int exit = wait_for(child);
  return {exit, out.text(), err.text()};
}

}  // namespace vertebra::test
