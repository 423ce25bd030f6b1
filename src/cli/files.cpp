#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace vertebra::cli {
namespace {

std::string reason_of(int error) {
  switch (error) {
    case ENOENT: return "it does not exist";
    case EISDIR: return "it is a folder";
    case ENOTDIR: return "it is not a folder";
    case EACCES: return "permission is denied";
    case ENOSPC: return "the disk is full";
    default: return std::generic_category().message(error);
  }
}

Diagnostic problem(const std::string& path, std::string code, std::string name, std::string message, std::string help) {
  Diagnostic out;
  out.code = std::move(code);
  out.name = std::move(name);
  out.file = path;
  out.message = std::move(message);
  out.help = std::move(help);
  return out;
}

Diagnostic unreadable(const std::string& path, int error) {
  const std::string help = error == EISDIR ? "give a file of answers" : "check the path, or give - for standard input";
  return problem(path, "V0101", "unreadable-file", "the file cannot be read: " + reason_of(error), help);
}

Diagnostic too_large(const std::string& path, std::size_t limit) {
  return problem(path, "V0102", "too-large", "the file is larger than " + std::to_string(limit >> 20) + " MiB",
                 "give the answers of one patient only");
}

// Closes what it opened; standard input stays open.
class Descriptor {
 public:
  Descriptor(int number, bool owned) : number_{number}, owned_{owned} {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (owned_ && number_ >= 0) ::close(number_);
  }
  int number() const noexcept { return number_; }

 private:
  int number_;
  bool owned_;
};

// Zero when everything up to one byte past the limit was read, else the error.
int read_up_to(int descriptor, std::size_t limit, std::string& text) {
  char buffer[65536];
  while (text.size() <= limit) {
    const ssize_t got = ::read(descriptor, buffer, sizeof buffer);
    if (got == 0) return 0;
    if (got > 0) text.append(buffer, static_cast<std::size_t>(got));
    if (got < 0 && errno != EINTR) return errno;
  }
  return 0;
}

// JSON and YAML are told apart by the name's ending, which standard input does not have.
std::string name_of_standard_input(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{' ? "stdin.json" : "stdin";
}

// Zero, or the error. What is `lasting` has reached the disk.
int write_text(const std::string& path, std::string_view text, bool lasting) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  int error = file < 0 ? errno : 0;
  if (error == 0 && !write_all(file, text)) error = errno;
  if (error == 0 && lasting && ::fsync(file) != 0) error = errno;
  if (file >= 0 && ::close(file) != 0 && error == 0) error = errno;
  return error;
}

Diagnostic unwritable(const std::string& path, int error, const std::string& help) {
  return problem(path, "V0101", "unreadable-file", "the file cannot be written: " + reason_of(error), help);
}

}  // namespace

std::variant<Input, Diagnostic> read_input(const std::string& path, std::size_t limit) {
  const bool standard = path == "-";
  const Descriptor file{standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC), !standard};
  const std::string name = standard ? "stdin" : path;
  if (file.number() < 0) return unreadable(name, errno);
  Input input{name, {}};
  if (const int error = read_up_to(file.number(), limit, input.text); error != 0) return unreadable(name, error);
  if (input.text.size() > limit) return too_large(name, limit);
  if (standard) input.name = name_of_standard_input(input.text);
  return input;
}

std::optional<Diagnostic> check_folder(const std::string& path) {
  struct stat info {};
  int error = ::stat(path.c_str(), &info) == 0 ? 0 : errno;
  if (error == 0 && !S_ISDIR(info.st_mode)) error = ENOTDIR;
  if (error == 0 && ::access(path.c_str(), R_OK | X_OK) != 0) error = errno;
  if (error == 0) return std::nullopt;
  return problem(path, "V0101", "unreadable-file", "the folder of rules cannot be read: " + reason_of(error),
                 "give the folder that holds the rule set with --rules");
}

std::size_t count_rule_files(const std::string& folder) {
  namespace fs = std::filesystem;
  std::size_t count = 0;
  std::error_code error;
  if (fs::is_regular_file(folder, error)) return 1;
  for (fs::recursive_directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    std::error_code ignored;
    if (name.starts_with('.')) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(ignored)) {
      count += name.ends_with(".yaml") || name.ends_with(".yml") || name.ends_with(".json") ? 1 : 0;
    }
  }
  return count;
}

bool write_all(int descriptor, std::string_view text) noexcept {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::optional<Diagnostic> write_file(const std::string& path, std::string_view text) {
  if (const int error = write_text(path, text, false); error != 0)
    return unwritable(path, error, "give another place with --output");
  return std::nullopt;
}

std::optional<Diagnostic> replace_file(const std::string& path, std::string_view text) {
  const std::string beside = path + ".new";
  int error = write_text(beside, text, true);
  if (error == 0 && std::rename(beside.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return std::nullopt;
  ::unlink(beside.c_str());
  return unwritable(path, error, "check the folder and its permissions");
}

Reply to_output(const Arguments& arguments, Reply reply) {
  const auto output = arguments.find("output");
  if (reply.exit != Exit::done || !output) return reply;
  if (const auto problem = write_file(*output, reply.out)) return refused({*problem});
  return {reply.exit, {}, std::move(reply.err)};
}

}  // namespace vertebra::cli
