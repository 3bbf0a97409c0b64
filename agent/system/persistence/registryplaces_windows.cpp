// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/persistence/registryplaces_windows.h"

#include <array>

namespace Sonde::Agent::Windows {

// clang-format off: a table

#define SONDE_CV uR"(Software\Microsoft\Windows\CurrentVersion)"
#define SONDE_NT uR"(Software\Microsoft\Windows NT\CurrentVersion)"
#define SONDE_CONTROL uR"(SYSTEM\CurrentControlSet\Control)"

std::span<const RegistryPlace> registryPlaces()
{
    static constexpr std::array places{
        // When somebody signs in.
        RegistryPlace{"run_keys", Hive::Both, SONDE_CV uR"(\Run)", u"*", "T1547.001"},
        RegistryPlace{"run_keys", Hive::Both, SONDE_CV uR"(\RunOnce)", u"*", "T1547.001"},
        RegistryPlace{"run_keys", Hive::Both, SONDE_CV uR"(\RunOnceEx)", u"*", "T1547.001"},
        RegistryPlace{"run_keys", Hive::Both, SONDE_CV uR"(\RunOnceEx\*)", u"*", "T1547.001"},
        RegistryPlace{"run_keys", Hive::Both, SONDE_CV uR"(\RunServices)", u"*", "T1547.001"},
        RegistryPlace{"run_keys", Hive::Both, SONDE_CV uR"(\RunServicesOnce)", u"*", "T1547.001"},
        RegistryPlace{"run_keys", Hive::Both, SONDE_CV uR"(\Policies\Explorer\Run)", u"*", "T1547.001"},
        RegistryPlace{"run_keys", Hive::Both, SONDE_NT uR"(\Terminal Server\Install\Software\Microsoft\Windows\CurrentVersion\Run)", u"*", "T1547.001"},
        RegistryPlace{"run_keys", Hive::Both, SONDE_NT uR"(\Windows)", u"Load", "T1547.001"},
        RegistryPlace{"run_keys", Hive::Both, SONDE_NT uR"(\Windows)", u"Run", "T1547.001"},
        RegistryPlace{"policy_shell", Hive::Both, SONDE_CV uR"(\Policies\System)", u"Shell", "T1547.001"},
        RegistryPlace{"logon_script", Hive::Users, u"Environment", u"UserInitMprLogonScript", "T1037.001"},
        RegistryPlace{"group_policy_scripts", Hive::Both, SONDE_CV uR"(\Group Policy\Scripts\*\*\*)", u"Script", "T1037.003"},
        RegistryPlace{"group_policy_scripts", Hive::Both, uR"(Software\Policies\Microsoft\Windows\System\Scripts\*\*\*)", u"Script", "T1037.003"},
        RegistryPlace{"active_setup", Hive::Machine, uR"(Software\Microsoft\Active Setup\Installed Components\*)", u"StubPath", "T1547.014"},
        RegistryPlace{"screensaver", Hive::Users, uR"(Control Panel\Desktop)", u"SCRNSAVE.EXE", "T1546.002"},
        RegistryPlace{"terminal_services", Hive::Machine, SONDE_CONTROL uR"(\Terminal Server\WinStations\*)", u"InitialProgram", "T1547.001", nullptr, false},
        RegistryPlace{"terminal_services", Hive::Both, uR"(Software\Policies\Microsoft\Windows NT\Terminal Services)", u"InitialProgram", "T1547.001"},
        RegistryPlace{"terminal_services", Hive::Machine, SONDE_CONTROL uR"(\Terminal Server\Wds\rdpwd)", u"StartupPrograms", "T1547.001", u"rdpclip", false},
        // Winlogon.
        RegistryPlace{"winlogon", Hive::Both, SONDE_NT uR"(\Winlogon)", u"Shell", "T1547.004", u"explorer.exe"},
        RegistryPlace{"winlogon", Hive::Both, SONDE_NT uR"(\Winlogon)", u"Userinit", "T1547.004", uR"(c:\windows\system32\userinit.exe,)"},
        RegistryPlace{"winlogon", Hive::Both, SONDE_NT uR"(\Winlogon)", u"Taskman", "T1547.004"},
        RegistryPlace{"winlogon", Hive::Both, SONDE_NT uR"(\Winlogon)", u"AppSetup", "T1547.004"},
        RegistryPlace{"winlogon", Hive::Both, SONDE_NT uR"(\Winlogon)", u"System", "T1547.004"},
        RegistryPlace{"winlogon", Hive::Both, SONDE_NT uR"(\Winlogon)", u"VmApplet", "T1547.004", u"systempropertiesperformance.exe /pagefile"},
        RegistryPlace{"winlogon", Hive::Machine, SONDE_NT uR"(\Winlogon)", u"GinaDLL", "T1547.004"},
        RegistryPlace{"winlogon", Hive::Machine, SONDE_NT uR"(\Winlogon)", u"MPNotify", "T1547.004"},
        RegistryPlace{"winlogon", Hive::Machine, SONDE_NT uR"(\Winlogon\Notify\*)", u"DllName", "T1547.004"},
        RegistryPlace{"winlogon", Hive::Machine, SONDE_NT uR"(\Winlogon\AlternateShells\AvailableShells)", u"*", "T1547.004", u"cmd.exe"},
        RegistryPlace{"safe_boot_shell", Hive::Machine, SONDE_CONTROL uR"(\SafeBoot)", u"AlternateShell", "T1547.001", u"cmd.exe", false},
        // Started or loaded in place of others, or beside them.
        RegistryPlace{"image_file_execution_options", Hive::Machine, SONDE_NT uR"(\Image File Execution Options\*)", u"Debugger", "T1546.012"},
        RegistryPlace{"image_file_execution_options", Hive::Machine, SONDE_NT uR"(\Image File Execution Options\*)", u"VerifierDlls", "T1546.012"},
        RegistryPlace{"image_file_execution_options", Hive::Machine, SONDE_NT uR"(\Image File Execution Options\*\*)", u"Debugger", "T1546.012"},
        RegistryPlace{"silent_process_exit", Hive::Machine, SONDE_NT uR"(\SilentProcessExit\*)", u"MonitorProcess", "T1546.012"},
        RegistryPlace{"debuggers", Hive::Machine, SONDE_NT uR"(\AeDebug)", u"Debugger", "T1546"},
        RegistryPlace{"debuggers", Hive::Machine, SONDE_NT uR"(\AeDebugProtected)", u"Debugger", "T1546"},
        RegistryPlace{"debuggers", Hive::Machine, uR"(Software\Microsoft\.NETFramework)", u"DbgManagedDebugger", "T1546"},
        RegistryPlace{"debuggers", Hive::Both, uR"(Software\Microsoft\Windows\Windows Error Reporting\Hangs)", u"Debugger", "T1546"},
        RegistryPlace{"debuggers", Hive::Machine, uR"(Software\Microsoft\Windows\Windows Error Reporting\Hangs)", u"ReflectDebugger", "T1546"},
        RegistryPlace{"debuggers", Hive::Machine, uR"(Software\Microsoft\Windows Script\Settings)", u"JITDebug", "T1546"},
        RegistryPlace{"appinit_dlls", Hive::Machine, SONDE_NT uR"(\Windows)", u"AppInit_DLLs", "T1546.010"},
        RegistryPlace{"appcert_dlls", Hive::Machine, SONDE_CONTROL uR"(\Session Manager\AppCertDlls)", u"*", "T1546.009", nullptr, false},
        RegistryPlace{"known_dlls", Hive::Machine, SONDE_CONTROL uR"(\Session Manager)", u"ExcludeFromKnownDlls", "T1574.001", nullptr, false},
        RegistryPlace{"application_shims", Hive::Machine, SONDE_NT uR"(\AppCompatFlags\InstalledSDB\*)", u"DatabasePath", "T1546.011"},
        RegistryPlace{"app_paths", Hive::Both, SONDE_CV uR"(\App Paths\*)", u"", "T1574"},
        RegistryPlace{"command_processor", Hive::Both, uR"(Software\Microsoft\Command Processor)", u"AutoRun", "T1546"},
        RegistryPlace{"environment", Hive::Users, u"Environment", u"COR_PROFILER_PATH", "T1574.012"},
        RegistryPlace{"environment", Hive::Users, u"Environment", u"COR_PROFILER", "T1574.012"},
        RegistryPlace{"environment", Hive::Users, u"Environment", u"DOTNET_STARTUP_HOOKS", "T1574"},
        RegistryPlace{"environment", Hive::Machine, SONDE_CONTROL uR"(\Session Manager\Environment)", u"COR_PROFILER_PATH", "T1574.012", nullptr, false},
        RegistryPlace{"environment", Hive::Machine, SONDE_CONTROL uR"(\Session Manager\Environment)", u"COR_PROFILER", "T1574.012", nullptr, false},
        RegistryPlace{"environment", Hive::Machine, SONDE_CONTROL uR"(\Session Manager\Environment)", u"DOTNET_STARTUP_HOOKS", "T1574", nullptr, false},
        RegistryPlace{"html_help", Hive::Users, uR"(Software\Microsoft\HtmlHelp Author)", u"location", "T1574"},
        RegistryPlace{"natural_language_dlls", Hive::Machine, SONDE_CONTROL uR"(\ContentIndex\Language\*)", u"StemmerDLLPathOverride", "T1574", nullptr, false},
        RegistryPlace{"natural_language_dlls", Hive::Machine, SONDE_CONTROL uR"(\ContentIndex\Language\*)", u"WBDLLPathOverride", "T1574", nullptr, false},
        RegistryPlace{"winsock", Hive::Machine, uR"(SYSTEM\CurrentControlSet\Services\WinSock2\Parameters)", u"AutodialDLL", "T1574", uR"(c:\windows\system32\rasadhlp.dll)", false},
        RegistryPlace{"telemetry_controller", Hive::Machine, SONDE_NT uR"(\AppCompatFlags\TelemetryController\*)", u"Command", "T1546"},
        RegistryPlace{"disk_cleanup", Hive::Machine, SONDE_CV uR"(\Explorer\VolumeCaches\*)", u"CleanupString", "T1546"},
        RegistryPlace{"setup", Hive::Machine, uR"(SYSTEM\Setup)", u"CmdLine", "T1547", nullptr, false},
        // While the system starts, and what signs in by.
        RegistryPlace{"boot_execute", Hive::Machine, SONDE_CONTROL uR"(\Session Manager)", u"BootExecute", "T1547", u"autocheck autochk *", false},
        RegistryPlace{"boot_execute", Hive::Machine, SONDE_CONTROL uR"(\Session Manager)", u"Execute", "T1547", nullptr, false},
        RegistryPlace{"boot_execute", Hive::Machine, SONDE_CONTROL uR"(\Session Manager)", u"SetupExecute", "T1547", nullptr, false},
        RegistryPlace{"boot_execute", Hive::Machine, SONDE_CONTROL uR"(\Session Manager)", u"PlatformExecute", "T1547", nullptr, false},
        RegistryPlace{"boot_execute", Hive::Machine, SONDE_CONTROL uR"(\Session Manager)", u"S0InitialCommand", "T1547", nullptr, false},
        RegistryPlace{"boot_execute", Hive::Machine, SONDE_CONTROL u"", u"ServiceControlManagerExtension", "T1547", nullptr, false},
        RegistryPlace{"lsa", Hive::Machine, SONDE_CONTROL uR"(\Lsa)", u"Authentication Packages", "T1547.002", u"msv1_0", false},
        RegistryPlace{"lsa", Hive::Machine, SONDE_CONTROL uR"(\Lsa)", u"Notification Packages", "T1556.002", u"scecli rassfm", false},
        RegistryPlace{"lsa", Hive::Machine, SONDE_CONTROL uR"(\Lsa)", u"Security Packages", "T1547.005", u"\"\" kerberos msv1_0 schannel wdigest tspkg pku2u cloudap", false},
        RegistryPlace{"lsa", Hive::Machine, SONDE_CONTROL uR"(\Lsa\OSConfig)", u"Security Packages", "T1547.005", u"\"\" kerberos msv1_0 schannel wdigest tspkg pku2u cloudap", false},
        RegistryPlace{"lsa", Hive::Machine, SONDE_CONTROL uR"(\LsaExtensionConfig\LsaSrv)", u"Extensions", "T1547.008", u"lsasrv.dll", false},
        RegistryPlace{"lsa", Hive::Machine, SONDE_CONTROL uR"(\SecurityProviders)", u"SecurityProviders", "T1547.005", u"credssp.dll", false},
        RegistryPlace{"network_providers", Hive::Machine, uR"(SYSTEM\CurrentControlSet\Services\*\NetworkProvider)", u"ProviderPath", "T1556.008", nullptr, false},
        RegistryPlace{"time_providers", Hive::Machine, uR"(SYSTEM\CurrentControlSet\Services\W32Time\TimeProviders\*)", u"DllName", "T1547.003", nullptr, false},
        RegistryPlace{"print_monitors", Hive::Machine, SONDE_CONTROL uR"(\Print\Monitors\*)", u"Driver", "T1547.010", nullptr, false},
        RegistryPlace{"print_processors", Hive::Machine, SONDE_CONTROL uR"(\Print\Environments\*\Print Processors\*)", u"Driver", "T1547.012", nullptr, false},
        RegistryPlace{"group_policy_extensions", Hive::Machine, SONDE_NT uR"(\Winlogon\GPExtensions\*)", u"DllName", "T1484.001"},
        RegistryPlace{"amsi_providers", Hive::Machine, uR"(Software\Microsoft\AMSI\Providers\*)", u"", "T1562"},
        RegistryPlace{"netsh_helpers", Hive::Machine, uR"(Software\Microsoft\NetSh)", u"*", "T1546.007"},
        RegistryPlace{"drivers32", Hive::Machine, SONDE_NT uR"(\Drivers32)", u"*", "T1546"},
        RegistryPlace{"service_dlls", Hive::Machine, uR"(SYSTEM\CurrentControlSet\Services\*\Parameters)", u"ServiceDll", "T1543.003", nullptr, false},
        RegistryPlace{"service_failure", Hive::Machine, uR"(SYSTEM\CurrentControlSet\Services\*)", u"FailureCommand", "T1543.003", nullptr, false},
        // Explorer, Office and browsers.
        RegistryPlace{"com_hijack", Hive::Users, uR"(Software\Classes\CLSID\*\InprocServer32)", u"", "T1546.015"},
        RegistryPlace{"com_hijack", Hive::Users, uR"(Software\Classes\CLSID\*\LocalServer32)", u"", "T1546.015"},
        RegistryPlace{"com_hijack", Hive::Users, uR"(Software\Classes\CLSID\*\TreatAs)", u"", "T1546.015"},
        RegistryPlace{"com_hijack", Hive::Users, uR"(Software\Classes\CLSID\*)", u"ScriptletURL", "T1546.015"},
        RegistryPlace{"file_associations", Hive::Users, uR"(Software\Classes\*\shell\open\command)", u"", "T1546.001"},
        RegistryPlace{"shell_extensions", Hive::Both, SONDE_CV uR"(\Shell Extensions\Approved)", u"*", "T1546.015"},
        RegistryPlace{"shell_extensions", Hive::Both, SONDE_CV uR"(\ShellServiceObjectDelayLoad)", u"*", "T1547"},
        RegistryPlace{"shell_extensions", Hive::Both, SONDE_CV uR"(\Explorer\ShellExecuteHooks)", u"*", "T1546"},
        RegistryPlace{"shell_extensions", Hive::Both, SONDE_CV uR"(\Explorer\SharedTaskScheduler)", u"*", "T1547"},
        RegistryPlace{"shell_extensions", Hive::Both, SONDE_CV uR"(\Explorer\ShellServiceObjects\*)", u"AutoStart", "T1547"},
        RegistryPlace{"shell_extensions", Hive::Both, SONDE_CV uR"(\Explorer\ShellIconOverlayIdentifiers\*)", u"", "T1546.015"},
        RegistryPlace{"browser_helpers", Hive::Both, SONDE_CV uR"(\Explorer\Browser Helper Objects\*)", u"", "T1176"},
        RegistryPlace{"browser_extensions", Hive::Both, uR"(Software\Policies\Google\Chrome\ExtensionInstallForcelist)", u"*", "T1176"},
        RegistryPlace{"browser_extensions", Hive::Both, uR"(Software\Policies\Microsoft\Edge\ExtensionInstallForcelist)", u"*", "T1176"},
        RegistryPlace{"browser_extensions", Hive::Both, uR"(Software\Google\Chrome\Extensions\*)", u"path", "T1176"},
        RegistryPlace{"office", Hive::Both, uR"(Software\Microsoft\Office test\Special\Perf)", u"", "T1137.002"},
        RegistryPlace{"office", Hive::Both, uR"(Software\Microsoft\Office\*\Addins\*)", u"LoadBehavior", "T1137.006"},
        RegistryPlace{"office", Hive::Users, uR"(Software\Microsoft\Office\*\Excel\Options)", u"OPEN", "T1137.006"},
        RegistryPlace{"office", Hive::Users, uR"(Software\Microsoft\Office\*\Outlook\WebView\*)", u"URL", "T1137.004"},
        RegistryPlace{"office", Hive::Users, uR"(Software\Microsoft\Office\*\Outlook\Security)", u"EnableUnsafeClientMailRules", "T1137.005"},
        RegistryPlace{"recycle_bin", Hive::Users, uR"(Software\Classes\CLSID\{645FF040-5081-101B-9F08-00AA002F954E}\shell\*\command)", u"", "T1546.015"},
        RegistryPlace{"protocol_handlers", Hive::Users, uR"(Software\Classes\ms-settings\shell\open\command)", u"", "T1546.001"},
    };
    return places;
}

#undef SONDE_CV
#undef SONDE_NT
#undef SONDE_CONTROL

// clang-format on

} // namespace Sonde::Agent::Windows
