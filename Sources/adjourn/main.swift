print("adjourn")
